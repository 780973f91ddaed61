import type { Bug } from '../bug.ts';

/** Only followers raise the term when they stand. */
export const candidateKeepsTerm: Bug = {
  name: 'candidate-keeps-term',
  edits: [
    {
      file: 'transitions.ts',
      find: '  server.currentTerm += 1;',
      replace: "  if (server.role !== 'candidate') server.currentTerm += 1;",
    },
  ],
  rules: ['no-leader', 'election-livelock'],
  sentence: 'Each new election raises the term, also the next try of the same candidate (§5.2).',
  seen: [],
  scenarios: ['2A', '2B', '2C', '2D', 'chaos'],
};
