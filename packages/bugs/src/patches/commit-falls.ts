import type { Bug } from '../bug.ts';

/** commitIndex is whatever the last request says. */
export const commitFalls: Bug = {
  name: 'commit-falls',
  edits: [
    {
      file: 'commit.ts',
      find: '  if (to <= server.commitIndex) return;',
      replace: '  if (to === server.commitIndex) return;',
    },
  ],
  rules: ['commit-monotonic'],
  sentence: 'commitIndex increases monotonically (Figure 2).',
  seen: ['PySyncObj#166 (SandTable)', 'nats-io/nats-server c6f6c25'],
  scenarios: ['2B', '2C', '2D', 'chaos'],
};
