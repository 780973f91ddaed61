import type { Bug } from '../bug.ts';

/** Of several entries that are committed at once only the last is applied. */
export const applyNewestOnly: Bug = {
  name: 'apply-newest-only',
  edits: [
    {
      file: 'commit.ts',
      find: '  while (server.lastApplied < server.commitIndex) {',
      replace: `  server.lastApplied = Math.max(server.lastApplied, server.commitIndex - 1);
  while (server.lastApplied < server.commitIndex) {`,
    },
  ],
  rules: ['apply-order', 'state-machine-safety'],
  sentence:
    'While commitIndex is beyond lastApplied, lastApplied grows by one, and log[lastApplied] is ' +
    'applied (Figure 2, all servers).',
  seen: [],
  scenarios: ['2B', '2C', '2D', 'chaos'],
};
