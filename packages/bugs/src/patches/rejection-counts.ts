import type { Bug } from '../bug.ts';

/** A refusal moves matchIndex. */
export const rejectionCounts: Bug = {
  name: 'rejection-counts',
  edits: [
    {
      file: 'on-append-entries-response.ts',
      find: '    onConflict(server, progress, response);',
      replace: "    noteMatch(server, progress, response.prevLogIndex, 'rejected');",
    },
  ],
  rules: ['leader-completeness', 'state-machine-safety'],
  sentence:
    'Only a successful AppendEntries moves matchIndex; a refusal takes nextIndex back (Figure ' +
    '2, Leaders).',
  seen: ['microsoft/CCF (commit on a negative answer)'],
  scenarios: ['2B', '2C', '2D', 'chaos'],
};
