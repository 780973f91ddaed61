import type { Bug } from '../bug.ts';

/** Entries that replace others are not written again. */
export const truncationNotSaved: Bug = {
  name: 'truncation-not-saved',
  edits: [
    {
      file: 'on-append-entries.ts',
      find: `  server.logDirtyFrom = Math.min(server.logDirtyFrom, index);
`,
      replace: '',
    },
  ],
  rules: ['state-machine-safety', 'log-matching', 'leader-completeness'],
  sentence:
    'A follower that deletes a conflicting suffix has the change on stable storage before it ' +
    'answers (Figure 2, §5.3).',
  seen: [],
  scenarios: ['2C', 'chaos'],
};
