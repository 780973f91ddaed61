import type { Bug } from '../bug.ts';

/** A previous index beyond the end matches. */
export const gapAccepted: Bug = {
  name: 'gap-accepted',
  edits: [
    {
      file: 'on-append-entries.ts',
      find: 'return termAt(log, request.prevLogIndex) === request.prevLogTerm;',
      replace: `return (
    request.prevLogIndex > lastIndex(log) ||
    termAt(log, request.prevLogIndex) === request.prevLogTerm
  );`,
    },
  ],
  rules: ['log-matching', 'state-machine-safety', 'beyond-last'],
  sentence:
    'AppendEntries is refused if the log has no entry at the previous index (Figure 2, ' +
    'AppendEntries receiver, rule 2).',
  seen: ["Students' Guide to Raft"],
  scenarios: ['2B', '2C', '2D', 'chaos'],
};
