import type { Bug } from '../bug.ts';

/** The election timer runs on at a leader. */
export const leaderKeepsElectionTimer: Bug = {
  name: 'leader-keeps-election-timer',
  edits: [
    {
      file: 'transitions.ts',
      find: `  stopElectionTimer(server);
`,
      replace: '',
    },
  ],
  rules: ['legal-role-edges'],
  sentence:
    'A leader leads until it fails or learns of a newer term; election timeouts are for ' +
    'followers and candidates (§5.1, Figure 4).',
  seen: [],
  scenarios: ['2A', '2B', '2C', '2D', 'chaos'],
};
