import type { Bug } from '../bug.ts';

/** What followers had once is taken for what they have. */
export const matchKeptAcrossTerms: Bug = {
  name: 'match-kept-across-terms',
  edits: [
    {
      file: 'transitions.ts',
      find: `  server.progress = [];
`,
      replace: '',
    },
  ],
  rules: ['leader-completeness', 'state-machine-safety'],
  sentence: 'nextIndex and matchIndex are set anew after each election (Figure 2).',
  seen: [],
  scenarios: [],
};
