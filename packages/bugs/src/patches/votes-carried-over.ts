import type { Bug } from '../bug.ts';

/** The set of voters is not emptied when an election begins. */
export const votesCarriedOver: Bug = {
  name: 'votes-carried-over',
  edits: [
    {
      file: 'transitions.ts',
      find: `  server.votesGranted = new Set([server.id]);
  restartElectionTimer(server, 'election started');`,
      replace: `  server.votesGranted.add(server.id);
  restartElectionTimer(server, 'election started');`,
    },
  ],
  rules: ['minority-leader', 'election-safety'],
  sentence: 'A candidate needs the votes of a majority for the same term (§5.2).',
  seen: [],
  scenarios: ['2A', '2B', '2C', '2D', 'chaos'],
};
