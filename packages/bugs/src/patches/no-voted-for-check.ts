import type { Bug } from '../bug.ts';

/** votedFor is written and never read. */
export const noVotedForCheck: Bug = {
  name: 'no-voted-for-check',
  edits: [
    {
      file: 'on-request-vote.ts',
      find:
        `  if (server.votedFor !== undefined && server.votedFor !== request.from) ` +
        `return 'already-voted';
`,
      replace: '',
    },
  ],
  rules: ['double-vote', 'election-safety'],
  sentence: 'A server votes for at most one candidate in a term, first come first served (§5.2).',
  seen: [],
  scenarios: ['2A', '2B', '2C', '2D', 'chaos'],
};
