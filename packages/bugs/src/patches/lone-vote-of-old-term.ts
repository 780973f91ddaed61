import type { Bug } from '../bug.ts';

/** A server that is alone leads before its vote is durable. */
export const loneVoteOfOldTerm: Bug = {
  name: 'lone-vote-of-old-term',
  edits: [
    {
      file: 'persisted.ts',
      find: ' || currentTerm !== server.currentTerm) return;',
      replace: ') return;',
    },
  ],
  rules: ['reply-before-persist'],
  sentence: 'The vote of a term is on stable storage before anything comes of it (Figure 2).',
  seen: [],
  scenarios: ['chaos'],
};
