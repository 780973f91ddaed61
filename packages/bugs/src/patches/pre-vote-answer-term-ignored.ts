import type { Bug } from '../bug.ts';

/** A newer term in the answer to a pre-vote is not adopted. */
export const preVoteAnswerTermIgnored: Bug = {
  name: 'pre-vote-answer-term-ignored',
  edits: [
    {
      file: 'receive.ts',
      find: 'if (message.term > server.currentTerm) {',
      replace: "if (message.term > server.currentTerm && message.kind !== 'PreVoteResponse') {",
    },
  ],
  rules: ['higher-term-ignored'],
  sentence: 'Whatever message carries a newer term, the receiver adopts it (§5.1, Figure 2).',
  seen: [],
  scenarios: ['chaos'],
};
