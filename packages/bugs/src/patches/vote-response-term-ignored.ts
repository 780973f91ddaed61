import type { Bug } from '../bug.ts';

/** A newer term in a vote changes nothing. */
export const voteResponseTermIgnored: Bug = {
  name: 'vote-response-term-ignored',
  edits: [
    {
      file: 'receive.ts',
      find: 'if (message.term > server.currentTerm) {',
      replace: "if (message.term > server.currentTerm && message.kind !== 'RequestVoteResponse') {",
    },
  ],
  rules: ['higher-term-ignored'],
  sentence:
    'A newer term in any request or response makes the receiver a follower of that term ' +
    '(§5.1, Figure 2).',
  seen: [],
  scenarios: ['2A', '2B', '2C', '2D', 'chaos'],
};
