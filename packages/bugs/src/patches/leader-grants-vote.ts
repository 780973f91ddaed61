import type { Bug } from '../bug.ts';

/** A leader grants a vote in the term in which it leads. */
export const leaderGrantsVote: Bug = {
  name: 'leader-grants-vote',
  edits: [
    {
      file: 'on-request-vote.ts',
      find: 'if (server.votedFor !== undefined && server',
      replace: "if (server.role !== 'leader' && server.votedFor !== undefined && server",
    },
  ],
  rules: ['double-vote'],
  sentence: 'Whoever campaigns has voted for itself, and has no second vote in that term (§5.2).',
  seen: ['willemt/raft e60bd38', 'daos-stack DaosRaft#70 (SandTable)'],
  scenarios: ['2A', '2B', '2C', '2D', 'chaos'],
};
