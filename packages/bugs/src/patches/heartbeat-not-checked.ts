import type { Bug } from '../bug.ts';

/** AppendEntries without entries always matches. */
export const heartbeatNotChecked: Bug = {
  name: 'heartbeat-not-checked',
  edits: [
    {
      file: 'on-append-entries.ts',
      find: '  if (request.prevLogIndex < log.baseIndex) return true;',
      replace:
        '  if (request.prevLogIndex < log.baseIndex || request.entries.length === 0) return true;',
    },
  ],
  rules: ['state-machine-safety', 'leader-completeness', 'beyond-last'],
  sentence:
    'A heartbeat is an AppendEntries like any other: it fails where the entry before does not ' +
    'match (§5.3, Figure 2).',
  seen: ["Students' Guide to Raft", 'copycat#265'],
  scenarios: ['2B', '2C', '2D', 'chaos'],
};
