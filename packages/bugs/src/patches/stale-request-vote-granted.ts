import type { Bug } from '../bug.ts';

/** RequestVote is granted whatever its term. */
export const staleRequestVoteGranted: Bug = {
  name: 'stale-request-vote-granted',
  edits: [
    {
      file: 'on-request-vote.ts',
      find: `  if (request.term < server.currentTerm) return 'stale-term';
`,
      replace: '',
    },
  ],
  rules: ['election-livelock'],
  sentence: 'RequestVote of an older term is refused (Figure 2, RequestVote receiver, rule 1).',
  seen: [],
  scenarios: [],
};
