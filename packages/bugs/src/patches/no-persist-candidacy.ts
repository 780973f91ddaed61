import type { Bug } from '../bug.ts';

/** Starting an election does not make term and own vote durable. */
export const noPersistCandidacy: Bug = {
  name: 'no-persist-candidacy',
  edits: [
    {
      file: 'transitions.ts',
      find: `  server.stateDirty = true;
  tellTermChanged(server, from, 'election', undefined);`,
      replace: "  tellTermChanged(server, from, 'election', undefined);",
    },
  ],
  rules: ['double-vote', 'term-monotonic', 'election-safety'],
  sentence:
    "The candidate's new term and its vote for itself are durable before RequestVote leaves " +
    '(Figure 2, §5.2).',
  seen: ['sofa-jraft 5222f3f'],
  scenarios: ['chaos'],
};
