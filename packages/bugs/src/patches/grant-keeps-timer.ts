import type { Bug } from '../bug.ts';

/** Who grants a vote goes on waiting as before. */
export const grantKeepsTimer: Bug = {
  name: 'grant-keeps-timer',
  edits: [
    {
      file: 'on-request-vote.ts',
      find: `  restartElectionTimer(server, 'vote granted');
`,
      replace: '',
    },
  ],
  rules: ['election-livelock'],
  sentence:
    'A follower that grants its vote gives the candidate an election timeout before it stands ' +
    'itself (Figure 2).',
  seen: ["Students' Guide to Raft"],
  scenarios: ['2A', '2B'],
};
