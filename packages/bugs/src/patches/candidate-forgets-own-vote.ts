import type { Bug } from '../bug.ts';

/** Standing for election leaves votedFor empty. */
export const candidateForgetsOwnVote: Bug = {
  name: 'candidate-forgets-own-vote',
  edits: [
    {
      file: 'transitions.ts',
      find: '  server.votedFor = server.id;',
      replace: '  server.votedFor = undefined;',
    },
  ],
  rules: ['double-vote', 'election-safety'],
  sentence: 'A candidate votes for itself, and that is its vote of the term (§5.2).',
  seen: ['nats-io/nats-server f4aca78'],
  scenarios: ['2A', '2B', '2C', '2D', 'chaos'],
};
