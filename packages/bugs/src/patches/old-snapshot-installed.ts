import type { Bug } from '../bug.ts';

/** Any snapshot of the leader replaces the state, also a late one. */
export const oldSnapshotInstalled: Bug = {
  name: 'old-snapshot-installed',
  edits: [
    {
      file: 'on-install-snapshot.ts',
      find: '  if (request.snapshot.index > server.commitIndex) install(server, request);',
      replace: '  install(server, request);',
    },
  ],
  rules: ['apply-order', 'state-machine-safety', 'commit-monotonic'],
  sentence:
    'What is applied is not taken back: a snapshot that covers only what the server has is ' +
    'ignored (§7).',
  seen: ["Students' Guide to Raft", 'openraft ac3e5a8'],
  scenarios: ['2D', 'chaos'],
};
