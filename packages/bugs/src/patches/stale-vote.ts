import type { Bug } from '../bug.ts';

/** Votes are counted without checking again that term and role are still those of the election. */
export const staleVote: Bug = {
  name: 'stale-vote',
  edits: [
    {
      file: 'on-request-vote-response.ts',
      find: `  if (response.requestTerm !== server.currentTerm) return;
  if (server.role !== 'candidate') return;
`,
      replace: `  if (server.role === 'leader') return;
`,
    },
  ],
};
