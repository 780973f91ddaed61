import type { Bug } from '../bug.ts';

/** One less than a majority is enough. */
export const quorumHalf: Bug = {
  name: 'quorum-half',
  edits: [
    {
      file: 'quorum.ts',
      find: 'Math.floor(count / 2) + 1',
      replace: 'Math.max(1, Math.floor(count / 2))',
    },
  ],
  rules: ['minority-leader', 'election-safety', 'no-quorum-commit'],
  sentence: 'Elections and commits need a majority, which is more than half (§5.2, §5.3).',
  seen: ['openraft d60f1e8'],
  scenarios: ['2A', '2B', '2C', '2D', 'chaos'],
};
