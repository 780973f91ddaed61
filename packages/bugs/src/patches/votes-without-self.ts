import type { Bug } from '../bug.ts';

/** An election starts with no vote. */
export const votesWithoutSelf: Bug = {
  name: 'votes-without-self',
  edits: [
    {
      file: 'transitions.ts',
      find: `  server.votesGranted = new Set([server.id]);
  restartElectionTimer(server, 'election started');`,
      replace: `  server.votesGranted = new Set();
  restartElectionTimer(server, 'election started');`,
    },
  ],
  rules: ['no-leader', 'election-livelock'],
  sentence: 'A candidate votes for itself; with that vote a bare majority is enough (§5.2).',
  seen: [],
  scenarios: ['2A', '2B', '2C', '2D', 'chaos'],
};
