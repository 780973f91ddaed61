import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'rpc-budget',
    confidence: 0.3,
    why: 'rejected AppendEntries are sent again at once, further ahead each time',
  },
  {
    rule: 'divergence-unhealed',
    confidence: 0.4,
    why: 'nextIndex does not go down at a rejection',
  },
];

/** After a refusal the leader does not go back. */
export const hintPointsForward: Cause = {
  name: 'hint-points-forward',
  title: 'After a refusal the leader does not go back',
  harmless: false,
  explains: ['no-leader', 'rpc-budget', 'divergence-unhealed'],
  story:
    'The hint of the follower is read wrongly, and nextIndex stays where it is or moves on. ' +
    'Leader and follower repeat the same question and the same refusal, and the follower ' +
    'never catches up. nextIndex goes back after each refusal (Raft §5.3). openraft did this ' +
    'when more than 50 entries were missing.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
