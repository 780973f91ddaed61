import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { shorterLeader } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'leader-completeness',
    when: shorterLeader,
    confidence: 0.25,
    why: 'the new leader had lost the end of its log: it may have dropped it when it stepped down',
  },
];

/** A server that steps down deletes what is not committed yet. */
export const stepDownDropsTail: Cause = {
  name: 'step-down-drops-tail',
  title: 'A server that steps down deletes what is not committed yet',
  harmless: false,
  explains: ['leader-completeness', 'state-machine-safety'],
  story:
    'A candidate or leader that gives up rolls its log back to its commitIndex. It had ' +
    'acknowledged those entries, perhaps as a follower, and the leader of that time may have ' +
    'committed them by counting it. Now a majority may lack them. Only a conflict deletes ' +
    'entries (Raft §5.3). CCF rolled back too much in several ways.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
