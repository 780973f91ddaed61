import type { Bug } from '../bug.ts';

/** The same for leaders only: one that was away answers a newer RequestVote and goes on leading. */
export const requestVoteLeaderKeepsRole: Bug = {
  name: 'request-vote-leader-keeps-role',
  edits: [
    {
      file: 'receive.ts',
      find: `    becomeFollower(server, 'higher-term');`,
      replace: `    const keeps = message.kind === 'RequestVote' && server.role === 'leader';
    if (!keeps) becomeFollower(server, 'higher-term');`,
    },
  ],
};
