import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  { rule: 'leader-completeness', confidence: 0.2, why: 'the leader may have counted refusals' },
];

/** A refused AppendEntries is counted as a copy. */
export const rejectionCounts: Cause = {
  name: 'rejection-counts',
  title: 'A refused AppendEntries is counted as a copy',
  harmless: false,
  explains: ['leader-completeness', 'state-machine-safety'],
  story:
    'The answer to AppendEntries moves matchIndex whether it says yes or no. Followers whose ' +
    'logs differ are counted, and entries that a minority has are committed. Success has to ' +
    'be asked first (Raft Figure 2, Leaders). CCF committed on a refusal.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
