import type { Bug } from '../bug.ts';

/** RequestVote is granted whatever the log of the candidate. */
export const noUpToDateCheck: Bug = {
  name: 'no-up-to-date-check',
  edits: [
    {
      file: 'on-request-vote.ts',
      find: `  if (!isUpToDate(server.log, request)) return 'log-behind';
`,
      replace: '',
    },
  ],
  rules: ['stale-candidate-vote', 'leader-completeness', 'state-machine-safety'],
  sentence: 'A voter refuses a candidate whose log is behind its own (§5.4.1).',
  seen: [],
  scenarios: ['2B', '2C', '2D', 'chaos'],
};
