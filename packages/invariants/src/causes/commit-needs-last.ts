import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'commit-stall',
    confidence: 0.2,
    why: 'only the newest entry may be looked at',
  },
];

/** Only the newest entry can be committed. */
export const commitNeedsLast: Cause = {
  name: 'commit-needs-last',
  title: 'Only the newest entry can be committed',
  harmless: false,
  explains: ['commit-stall'],
  story:
    'The leader asks whether a majority has its last entry. While commands keep coming it ' +
    'never has, although all others are on every server: nothing is committed until the load ' +
    'pauses (Raft Figure 2, leaders).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
