import type { Bug } from '../bug.ts';

/** Entries stay in memory. */
export const noPersistLog: Bug = {
  name: 'no-persist-log',
  edits: [
    {
      file: 'effects.ts',
      find: 'logDirty ? slice(server.log, fromIndex, last - fromIndex + 1) : none;',
      replace: 'none;',
    },
  ],
  rules: ['leader-completeness', 'state-machine-safety'],
  sentence:
    'The log is persistent state and is on disk before the server acknowledges entries ' +
    '(Figure 2).',
  seen: ["Students' Guide to Raft", 'Jepsen: NATS 2.12.1 (lazy fsync)'],
  scenarios: ['2C', '2D', 'chaos'],
};
