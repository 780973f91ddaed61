import type { Bug } from '../bug.ts';

/** A transfer that is given up brings the lease back. */
export const leaseBackAfterTransfer: Bug = {
  name: 'lease-back-after-transfer',
  edits: [
    {
      file: 'transfer-leadership.ts',
      find: `  server.transfer = undefined;
`,
      replace: `  server.transfer = undefined;
  server.leaseForfeited = false;
`,
    },
  ],
  rules: ['lease-read', 'linearizable'],
  sentence:
    'Once TimeoutNow has left, an election may begin at any time, and no lease of that term ' +
    'can be trusted again (thesis §6.4.1, §3.10).',
  seen: [],
  scenarios: ['chaos'],
};
