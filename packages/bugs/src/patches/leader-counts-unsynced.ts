import type { Bug } from '../bug.ts';

/** The leader holds an entry as soon as it is in memory. */
export const leaderCountsUnsynced: Bug = {
  name: 'leader-counts-unsynced',
  edits: [
    {
      file: 'commit.ts',
      find: 'server.durableIndex >= index ? [server.id] : []',
      replace: '[server.id]',
    },
  ],
  rules: ['leader-completeness', 'state-machine-safety'],
  sentence:
    'The leader may write in parallel with replication, and counts itself only once its own ' +
    'disk has the entry (thesis §10.2.1).',
  seen: ['openraft 2af491f', 'rabbitmq/ra 3949097'],
  scenarios: [],
};
