import type { Bug } from '../bug.ts';

/** Entries that are committed together reach the state machine in the wrong order. */
export const twoAppliers: Bug = {
  name: 'two-appliers',
  edits: [
    {
      file: 'commit.ts',
      find: '    server.committed.push(entry);',
      replace: '    server.committed.unshift(entry);',
    },
  ],
  rules: ['state-machine-safety', 'apply-order'],
  sentence: 'Entries are applied in the order of the log, each once (§5.3).',
  seen: ["Students' Guide to Raft"],
  scenarios: ['2B', '2C', '2D', 'chaos'],
};
