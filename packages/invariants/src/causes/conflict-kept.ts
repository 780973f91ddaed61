import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'state-machine-safety',
    confidence: 0.3,
    why: 'a follower may have kept its own entry where the leader sent another',
  },
];

/** An entry in conflict is kept. */
export const conflictKept: Cause = {
  name: 'conflict-kept',
  title: 'An entry in conflict is kept',
  harmless: false,
  explains: ['state-machine-safety', 'leader-completeness', 'log-matching'],
  story:
    'The follower finds an entry where the leader sent another, keeps its own, and answers ' +
    'that it stored what came. The leader counts it and commits; the follower applies ' +
    "something else. Conflicting entries are overwritten with the leader's (Raft §5.3). CCF " +
    'had a case of it.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
