import type { Bug } from '../bug.ts';

/** matchIndex is whatever the last answer says. */
export const matchFalls: Bug = {
  name: 'match-falls',
  edits: [
    {
      file: 'on-append-entries-response.ts',
      find: '  if (matchIndex > progress.matchIndex) {',
      replace: '  if (matchIndex !== progress.matchIndex) {',
    },
    {
      file: 'on-append-entries-response.ts',
      find: 'Math.max(progress.nextIndex, matchIndex + 1)',
      replace: 'matchIndex + 1',
    },
  ],
  rules: [],
  sentence: 'matchIndex increases monotonically (Figure 2).',
  seen: ['PySyncObj#167 (SandTable)', 'RaftOS#25 (SandTable)'],
  scenarios: [],
};
