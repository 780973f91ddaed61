import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'joint-majorities',
    confidence: 0.6,
    why: 'a majority of old and new voters taken together is not one of each',
  },
];

/** A joint membership needs one majority of all. */
export const jointCountsUnion: Cause = {
  name: 'joint-counts-union',
  title: 'A joint membership needs one majority of all',
  harmless: false,
  explains: ['election-safety', 'leader-completeness', 'joint-majorities'],
  story:
    'During a change all servers of both sets are counted as one. A majority of the union ' +
    'need not contain a majority of each, so that a leader of the old servers and one of the ' +
    'new can win side by side. Both majorities are needed (Raft §6). CCF counted its quorums ' +
    'wrongly.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
