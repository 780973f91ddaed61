import type { Bug } from '../bug.ts';

/** An election has no timeout. */
export const candidateNeverRetries: Bug = {
  name: 'candidate-never-retries',
  edits: [
    {
      file: 'transitions.ts',
      find: "restartElectionTimer(server, 'election started');",
      replace: 'stopElectionTimer(server);',
    },
  ],
  rules: ['no-leader'],
  sentence:
    'When an election timeout passes without a winner the candidate starts a new election ' +
    '(§5.2).',
  seen: ["Students' Guide to Raft"],
  scenarios: ['2A', '2B', '2C', '2D', 'chaos'],
};
