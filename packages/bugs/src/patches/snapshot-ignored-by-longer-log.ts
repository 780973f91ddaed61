import type { Bug } from '../bug.ts';

/** A snapshot is installed only where it is longer than the log. */
export const snapshotIgnoredByLongerLog: Bug = {
  name: 'snapshot-ignored-by-longer-log',
  edits: [
    {
      file: 'on-install-snapshot.ts',
      find: 'if (request.snapshot.index > server.commitIndex) install',
      replace: 'if (request.snapshot.index > lastIndex(server.log)) install',
    },
  ],
  rules: ['divergence-unhealed', 'state-machine-safety'],
  sentence:
    'A snapshot that covers more than is committed replaces the log up to its end, whatever ' +
    'stands there (§7, Figure 13).',
  seen: [],
  scenarios: ['chaos'],
};
