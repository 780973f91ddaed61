import type { Bug } from '../bug.ts';

/** The first entry of a leader is of the term before. */
export const noOpOfOldTerm: Bug = {
  name: 'no-op-of-old-term',
  edits: [
    {
      file: 'append-no-op.ts',
      find: 'term: server.currentTerm, command',
      replace: 'term: server.currentTerm - 1, command',
    },
  ],
  rules: ['log-matching', 'append-tells-truth'],
  sentence: "A leader's entries carry its own term (§5.3).",
  seen: [],
  scenarios: ['chaos'],
};
