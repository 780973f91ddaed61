import type { Bug } from '../bug.ts';

/** The longer log wins, whatever its last term. */
export const upToDateByLength: Bug = {
  name: 'up-to-date-by-length',
  edits: [
    {
      file: 'log.ts',
      find: `  if (candidate.lastLogTerm !== ownTerm) return candidate.lastLogTerm > ownTerm;
`,
      replace: '',
    },
  ],
  rules: ['stale-candidate-vote', 'leader-completeness'],
  sentence:
    'The log with the later last term is more up to date; length decides only between equal ' +
    'terms (§5.4.1).',
  seen: ["Students' Guide to Raft"],
  scenarios: ['2B', '2C', 'chaos'],
};
