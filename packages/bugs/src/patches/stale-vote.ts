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
  rules: ['election-safety', 'minority-leader', 'legal-role-edges'],
  sentence: 'A candidate wins with the votes of a majority for the same term (§5.2).',
  seen: [
    '6.824 Lab 2 notes (timothya.com)',
    'akka-raft raft-46 (DEMi)',
    'little-raft#44',
    'Xraft#33 (SandTable)',
  ],
  scenarios: ['2A', '2B', '2C', 'chaos'],
};
