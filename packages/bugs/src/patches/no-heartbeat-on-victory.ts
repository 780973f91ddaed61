import type { Bug } from '../bug.ts';

/** Victory is announced only with the next heartbeat. */
export const noHeartbeatOnVictory: Bug = {
  name: 'no-heartbeat-on-victory',
  edits: [
    {
      file: 'transitions.ts',
      find: `  broadcastAppend(server);
`,
      replace: '',
    },
  ],
  rules: [],
  sentence:
    'A winner announces itself at once, so that no other election begins (§5.2, Figure 2, ' +
    'Leaders).',
  seen: [],
  scenarios: [],
};
