import type { Bug } from '../bug.ts';

/** A refused pre-vote counts as one given. */
export const preVoteCountsRefusals: Bug = {
  name: 'pre-vote-counts-refusals',
  edits: [
    {
      file: 'on-pre-vote-response.ts',
      find: 'if (response.voteGranted) server',
      replace: 'server',
    },
  ],
  rules: [],
  sentence: 'A server stands only when a majority would vote for it (thesis §9.6).',
  seen: [],
  scenarios: ['chaos'],
};
