import type { Bug } from '../bug.ts';

/** Hearing the leader does not start the election timer anew. */
export const appendKeepsTimer: Bug = {
  name: 'append-keeps-timer',
  edits: [
    {
      file: 'on-append-entries.ts',
      find: `  restartElectionTimer(server, 'append received');
`,
      replace: '',
    },
  ],
  rules: ['election-livelock', 'no-leader'],
  sentence: 'Followers stay followers as long as they hear the leader (§5.2).',
  seen: ["Students' Guide to Raft"],
  scenarios: ['2A', '2B', '2C'],
};
