import type { Bug } from '../bug.ts';

/** The log on disk is cut and the snapshot stays in memory. */
export const snapshotNotSaved: Bug = {
  name: 'snapshot-not-saved',
  edits: [
    {
      file: 'effects.ts',
      find: 'server.snapshotDirty ? server.snapshot : undefined',
      replace: 'undefined',
    },
  ],
  rules: ['state-machine-safety', 'log-matching', 'leader-completeness'],
  sentence: 'A snapshot is written to stable storage, and only then may the log before it go (§7).',
  seen: ["Students' Guide to Raft", 'nats-io/nats-server 4f202b6'],
  scenarios: ['2D', 'chaos'],
};
