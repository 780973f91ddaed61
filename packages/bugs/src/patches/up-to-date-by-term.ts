import type { Bug } from '../bug.ts';

/** Of two logs with the same last term the shorter may win. */
export const upToDateByTerm: Bug = {
  name: 'up-to-date-by-term',
  edits: [
    {
      file: 'log.ts',
      find: '  return candidate.lastLogIndex >= lastIndex(log);',
      replace: '  return true;',
    },
  ],
  rules: ['stale-candidate-vote', 'leader-completeness'],
  sentence: 'Between logs that end in the same term the longer one is more up to date (§5.4.1).',
  seen: [],
  scenarios: ['2B', '2C', '2D', 'chaos'],
};
