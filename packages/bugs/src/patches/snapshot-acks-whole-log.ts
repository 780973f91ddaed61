import type { Bug } from '../bug.ts';

/** The answer to a snapshot names the last entry of the log. */
export const snapshotAcksWholeLog: Bug = {
  name: 'snapshot-acks-whole-log',
  edits: [
    {
      file: 'on-install-snapshot.ts',
      find: 'Math.max(request.snapshot.index, server.commitIndex));',
      replace: 'Math.max(request.snapshot.index, lastIndex(server.log)));',
    },
  ],
  rules: ['leader-completeness', 'state-machine-safety'],
  sentence:
    'The answer to a snapshot vouches for what the snapshot holds, not for what stands ' +
    'behind it (§7, §5.3).',
  seen: [],
  scenarios: ['chaos'],
};
