import type { Bug } from '../bug.ts';

/** A refusal sends the leader back to the beginning. */
export const rejectionStartsOver: Bug = {
  name: 'rejection-starts-over',
  edits: [
    {
      file: 'on-append-entries-response.ts',
      find: '  if (response.conflictTerm === 0) return response.conflictIndex;',
      replace: '  if (log !== undefined) return 1;',
    },
  ],
  rules: [],
  sentence: 'After a refusal the leader backs up to where the logs agree, and no further (§5.3).',
  seen: [],
  scenarios: ['chaos'],
};
