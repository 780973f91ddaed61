import type { Bug } from '../bug.ts';

/** Nobody gives up a snapshot that was never answered. */
export const lostSnapshotPauses: Bug = {
  name: 'lost-snapshot-pauses',
  edits: [
    {
      file: 'flow-control.ts',
      find: "  if (progress.flow !== 'snapshot') return;",
      replace: "  if (progress.flow !== 'probe') return;",
    },
  ],
  rules: [],
  sentence:
    'A leader tries again for as long as it takes, until a follower has all entries (§5.3, ' +
    'thesis §10.2.1).',
  seen: ['etcd 1ee3589 (related)'],
  scenarios: [],
};
