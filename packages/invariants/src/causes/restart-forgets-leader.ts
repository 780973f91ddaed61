import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'lease-read',
    confidence: 0.3,
    why: 'a server may have voted right after its restart',
  },
];

/** A restart forgets that a leader was heard. */
export const restartForgetsLeader: Cause = {
  name: 'restart-forgets-leader',
  title: 'A restart forgets that a leader was heard',
  harmless: false,
  explains: ['lease-read', 'linearizable'],
  story:
    'A follower answers a heartbeat, by which the leader holds a lease, crashes and is back ' +
    'within it. It does not know when it heard the leader, and votes for another one at ' +
    'once. Two leaders may then answer reads, one of them from an old state. After a restart ' +
    'a server holds still for one timeout (thesis §6.4.1).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
