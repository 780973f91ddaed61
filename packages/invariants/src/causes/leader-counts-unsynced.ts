import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'commit-not-durable',
    confidence: 0.85,
    why: 'the leader counted itself before its own disk had the entry',
  },
];

/** A leader counts its own copy before it is on disk. */
export const leaderCountsUnsynced: Cause = {
  name: 'leader-counts-unsynced',
  title: 'A leader counts its own copy before it is on disk',
  harmless: false,
  explains: ['commit-not-durable', 'leader-completeness', 'state-machine-safety'],
  story:
    'The leader sends an entry while it writes it, which is allowed, and counts its own copy ' +
    'at once, which is not. With a majority of followers it commits; then the power fails ' +
    'before its disk is done, and one copy less is left than a majority. Only what is durable ' +
    'counts, on the leader too (thesis §10.2.1). A disk that is done at once hides it.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
