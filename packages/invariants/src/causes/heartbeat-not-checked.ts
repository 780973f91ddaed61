import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'beyond-last',
    confidence: 0.45,
    why: 'a heartbeat may have been accepted although the log ends before it',
  },
  {
    rule: 'state-machine-safety',
    confidence: 0.2,
    why: 'a heartbeat may have been accepted by a log that does not match',
  },
];

/** Heartbeats succeed without the consistency check. */
export const heartbeatNotChecked: Cause = {
  name: 'heartbeat-not-checked',
  title: 'Heartbeats succeed without the consistency check',
  harmless: false,
  explains: ['state-machine-safety', 'leader-completeness', 'beyond-last'],
  story:
    'The handler treats an empty AppendEntries as a sign of life and answers yes at once. The ' +
    'leader takes the yes for "your log matches up to here", and the follower commits entries ' +
    "of its own that are not the leader's. There are no special heartbeats in Raft (Figure " +
    "2). It is the first mistake that the Students' Guide names.",
  explain: (report, cluster) => followClues(clues, report, cluster),
};
