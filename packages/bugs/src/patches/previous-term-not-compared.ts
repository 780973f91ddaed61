import type { Bug } from '../bug.ts';

/** A log that is long enough matches. */
export const previousTermNotCompared: Bug = {
  name: 'previous-term-not-compared',
  edits: [
    {
      file: 'on-append-entries.ts',
      find: 'return termAt(log, request.prevLogIndex) === request.prevLogTerm;',
      replace: 'return request.prevLogIndex <= lastIndex(log);',
    },
  ],
  rules: ['log-matching', 'state-machine-safety'],
  sentence:
    'Entries are accepted only where the entry before them has the same index and the same ' +
    'term (§5.3).',
  seen: [],
  scenarios: ['2B', '2C', '2D', 'chaos'],
};
