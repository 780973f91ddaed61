import type { Bug } from '../bug.ts';

/** The id of the first server is also the mark for "nobody". */
export const voteForFirstIsNone: Bug = {
  name: 'vote-for-first-is-none',
  edits: [
    {
      file: 'on-request-vote.ts',
      find: 'if (server.votedFor !== undefined && server',
      replace:
        'if (server.votedFor !== server.configuration.voters[0] && server.votedFor !== ' +
        'undefined && server',
    },
  ],
  rules: ['double-vote', 'election-safety'],
  sentence:
    'votedFor is the candidate that received the vote, or nothing if none did: the two must ' +
    'be told apart (Figure 2).',
  seen: [],
  scenarios: ['2A', '2B', '2C', '2D', 'chaos'],
};
