import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'leader-completeness',
    confidence: 0.25,
    why: "a follower may have acknowledged a suffix that was not the leader's",
  },
];

/** A follower acknowledges up to the end of its own log. */
export const ackOwnLast: Cause = {
  name: 'ack-own-last',
  title: 'A follower acknowledges up to the end of its own log',
  harmless: false,
  explains: ['leader-completeness', 'state-machine-safety'],
  story:
    'Behind the checked entries the follower may have a longer suffix of an older leader. It ' +
    'tells the leader the end of its log, the leader counts it, and commits entries that the ' +
    'follower does not have. Only what was compared may be acknowledged (Raft §5.3). CCF ' +
    'found it by checking traces against a specification.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
