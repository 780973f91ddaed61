import type { Bug } from '../bug.ts';

/** The same for leaders only: one that was away answers a newer RequestVote and goes on leading. */
export const requestVoteLeaderKeepsRole: Bug = {
  name: 'request-vote-leader-keeps-role',
  edits: [
    {
      file: 'receive.ts',
      find: `    becomeFollower(server, 'higher-term');`,
      replace:
        `    const keeps = (message as Message).kind === 'RequestVote' && ` +
        `server.role === 'leader';
    if (!keeps) becomeFollower(server, 'higher-term');`,
    },
  ],
  rules: ['higher-term-ignored', 'election-safety'],
  sentence:
    'A newer term in any request or response makes the receiver a follower, a leader too ' +
    '(§5.1, Figure 2).',
  seen: ['6.824 Lab 2 notes (timothya.com)', 'willemt/raft 75b0104'],
  scenarios: ['2A', '2C', '2D', 'chaos'],
};
