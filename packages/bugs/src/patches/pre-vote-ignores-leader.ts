import type { Bug } from '../bug.ts';

/** Whoever is asked does not say that it hears a leader. */
export const preVoteIgnoresLeader: Bug = {
  name: 'pre-vote-ignores-leader',
  edits: [
    {
      file: 'on-pre-vote.ts',
      find: `  if (hearsLeader(server)) return 'leader-alive';
`,
      replace: '',
    },
  ],
  rules: [],
  sentence:
    'A pre-vote is refused by servers that have heard from a leader within the minimum ' +
    'election timeout (thesis §9.6).',
  seen: [],
  scenarios: [],
};
