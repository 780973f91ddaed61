import type { Bug } from '../bug.ts';

/** A RequestVote of a newer term moves the term of its receiver, and leaves its role alone. */
export const requestVoteKeepsRole: Bug = {
  name: 'request-vote-keeps-role',
  edits: [
    {
      file: 'receive.ts',
      find: `    becomeFollower(server, 'higher-term');`,
      replace: `    if (message.kind !== 'RequestVote') becomeFollower(server, 'higher-term');`,
    },
  ],
};
