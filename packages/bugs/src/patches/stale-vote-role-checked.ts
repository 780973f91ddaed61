import type { Bug } from '../bug.ts';

/** Votes are counted by whoever is candidate, whatever term they were asked for in. */
export const staleVoteRoleChecked: Bug = {
  name: 'stale-vote-role-checked',
  edits: [
    {
      file: 'on-request-vote-response.ts',
      find: `  if (response.requestTerm !== server.currentTerm) return;
`,
      replace: '',
    },
  ],
  rules: ['minority-leader', 'election-safety', 'legal-role-edges'],
  sentence: 'A candidate wins with the votes of a majority for the same term (§5.2).',
  seen: ['akka-raft raft-46', 'little-raft#44'],
  scenarios: ['2C'],
};
