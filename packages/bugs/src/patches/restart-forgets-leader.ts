import type { Bug } from '../bug.ts';

/** Who restarts may vote at once. */
export const restartForgetsLeader: Bug = {
  name: 'restart-forgets-leader',
  edits: [
    {
      file: 'create-server.ts',
      find: `  rememberLeader(server);
`,
      replace: '',
    },
  ],
  rules: ['lease-read', 'linearizable'],
  sentence:
    'Servers that heard a leader give no vote for an election timeout, on which leases count ' +
    '(thesis §6.4.1, §4.2.3).',
  seen: [],
  scenarios: ['chaos'],
};
