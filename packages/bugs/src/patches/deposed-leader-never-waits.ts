import type { Bug } from '../bug.ts';

/** Who leads no more starts no election timer. */
export const deposedLeaderNeverWaits: Bug = {
  name: 'deposed-leader-never-waits',
  edits: [
    {
      file: 'transitions.ts',
      find: `    restartElectionTimer(server, 'stepped down');
`,
      replace: '',
    },
  ],
  rules: ['no-leader', 'election-livelock'],
  sentence: 'Followers wait for an election timeout, also those that led before (§5.2).',
  seen: [],
  scenarios: ['chaos'],
};
