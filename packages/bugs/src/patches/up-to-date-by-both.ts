import type { Bug } from '../bug.ts';

/** A later last term is not enough: the log must be as long, too. */
export const upToDateByBoth: Bug = {
  name: 'up-to-date-by-both',
  edits: [
    {
      file: 'log.ts',
      find: '  if (candidate.lastLogTerm !== ownTerm) return candidate.lastLogTerm > ownTerm;',
      replace: '  if (candidate.lastLogTerm < ownTerm) return false;',
    },
  ],
  rules: ['election-livelock', 'no-leader'],
  sentence: 'A log with a later last term is more up to date, however short it is (§5.4.1).',
  seen: ['openraft a48a328', 'dotNext#298'],
  scenarios: ['2B'],
};
