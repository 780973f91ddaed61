import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'commit-monotonic',
    confidence: 0.95,
    why: 'commitIndex was copied from an older message',
  },
];

/** A follower takes commitIndex back. */
export const commitFalls: Cause = {
  name: 'commit-falls',
  title: 'A follower takes commitIndex back',
  harmless: false,
  explains: ['commit-monotonic'],
  story:
    'The follower copies leaderCommit from each AppendEntries. An older one that arrives late ' +
    'takes commitIndex back, and what was committed and applied may be truncated or applied ' +
    'again. commitIndex moves only forward (Raft Figure 2). SandTable found it in PySyncObj ' +
    'in six seconds.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
