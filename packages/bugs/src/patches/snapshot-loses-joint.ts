import type { Bug } from '../bug.ts';

/** Only the new voters go into a snapshot. */
export const snapshotLosesJoint: Bug = {
  name: 'snapshot-loses-joint',
  edits: [
    {
      file: 'compact.ts',
      find: 'server.snapshot = { ...taken, term, configuration };',
      replace:
        'server.snapshot = { ...taken, term, configuration: { ...configuration, ' +
        'votersOutgoing: [] } };',
    },
  ],
  rules: ['snapshot-configuration', 'election-safety'],
  sentence:
    'A snapshot holds the latest configuration as of its last index, a joint one included ' +
    '(§7).',
  seen: ['etcd-io/etcd#12136'],
  scenarios: [],
};
