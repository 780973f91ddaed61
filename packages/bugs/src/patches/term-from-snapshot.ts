import type { Bug } from '../bug.ts';

/** Installing sets currentTerm to the term of the last entry in the snapshot. */
export const termFromSnapshot: Bug = {
  name: 'term-from-snapshot',
  edits: [
    {
      file: 'on-install-snapshot.ts',
      find: '  server.snapshot = snapshot;',
      replace: `  server.currentTerm = term;
  server.snapshot = snapshot;`,
    },
  ],
  rules: ['term-monotonic', 'double-vote'],
  sentence: 'currentTerm never falls, and the term of an entry does not bear on it (§5.1, §7).',
  seen: ['willemt/raft#118 (SandTable)'],
  scenarios: ['2D', 'chaos'],
};
