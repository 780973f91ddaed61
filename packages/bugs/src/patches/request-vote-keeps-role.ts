import type { Bug } from '../bug.ts';

/** A RequestVote of a newer term moves the term of its receiver, and leaves its role alone. */
export const requestVoteKeepsRole: Bug = {
  name: 'request-vote-keeps-role',
  edits: [
    {
      file: 'receive.ts',
      find: `    becomeFollower(server, 'higher-term');`,
      replace:
        `    if ((message as Message).kind !== 'RequestVote') ` +
        `becomeFollower(server, 'higher-term');`,
    },
  ],
  rules: ['higher-term-ignored', 'election-safety'],
  sentence:
    'A newer term in any request or response makes the receiver a follower (§5.1, Figure 2).',
  seen: ['6.824 Lab 2 notes (timothya.com)', 'willemt/raft eb9b3e0'],
  scenarios: ['2A', '2B', '2C', '2D', 'chaos'],
};
