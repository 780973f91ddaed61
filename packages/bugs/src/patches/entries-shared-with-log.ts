import type { Bug } from '../bug.ts';

/** Entries under way change with the log that they were taken from. */
export const entriesSharedWithLog: Bug = {
  name: 'entries-shared-with-log',
  edits: [
    {
      file: 'log.ts',
      find: '  return start >= log.entries.length ? []',
      replace: `  if (start === 0) return log.entries;
  return start >= log.entries.length ? []`,
    },
  ],
  rules: ['log-matching', 'state-machine-safety', 'leader-completeness'],
  sentence:
    'A message says what its sender had when it was sent; later changes of the log are not in ' +
    'it (§5.3).',
  seen: [],
  scenarios: ['2D', 'chaos'],
};
