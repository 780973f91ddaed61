import type { Bug } from '../bug.ts';

/** Who leads again counts what was confirmed to its former self. */
export const staleAck: Bug = {
  name: 'stale-ack',
  edits: [
    {
      file: 'on-append-entries-response.ts',
      find: "if (response.requestTerm !== server.currentTerm || server.role !== 'leader') return;",
      replace: "if (server.role !== 'leader') return;",
    },
  ],
  rules: ['leader-completeness', 'state-machine-safety'],
  sentence:
    'matchIndex begins at 0 in each leadership and counts what was confirmed in it (Figure 2, ' +
    '§5.3).',
  seen: ["Students' Guide to Raft", 'openraft cecb5de'],
  scenarios: [],
};
