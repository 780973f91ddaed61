import type { Bug } from '../bug.ts';

/** A candidate claims that its log ends in the current term. */
export const candidateClaimsOwnTerm: Bug = {
  name: 'candidate-claims-own-term',
  edits: [
    {
      file: 'send.ts',
      find: 'lastLogTerm: lastTerm(server.log)',
      replace: 'lastLogTerm: server.currentTerm',
    },
  ],
  rules: ['leader-completeness', 'state-machine-safety'],
  sentence: 'A candidate sends the index and term of its last log entry (§5.4.1, Figure 2).',
  seen: [],
  scenarios: ['chaos'],
};
