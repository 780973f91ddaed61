import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'election-livelock',
    confidence: 0.15,
    why: 'votes may have been spent on candidates of older terms',
  },
];

/** A vote is given to a candidate of an older term. */
export const staleRequestVoteGranted: Cause = {
  name: 'stale-request-vote-granted',
  title: 'A vote is given to a candidate of an older term',
  harmless: false,
  explains: ['election-livelock'],
  story:
    'The receiver compares logs and votedFor and not the terms. It spends the vote of its own ' +
    'term on a candidate of an older one, who cannot use it, and refuses those who could. ' +
    'Elections take longer, and where the answer names only a yes, a wrong candidate wins. ' +
    'Requests of older terms are refused first (Raft Figure 2).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
