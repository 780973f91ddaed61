import type { Bug } from '../bug.ts';

/** Granting a pre-vote sets votedFor. */
export const preVoteBinds: Bug = {
  name: 'pre-vote-binds',
  edits: [
    {
      file: 'on-pre-vote.ts',
      find: '  if (refusal === undefined) tellVoteGranted(server, request, true);',
      replace: `  if (refusal === undefined) server.votedFor = request.from;
  if (refusal === undefined) tellVoteGranted(server, request, true);`,
    },
  ],
  rules: ['double-vote', 'election-livelock'],
  sentence: 'A pre-vote changes neither the term nor the vote of whoever answers it (thesis §9.6).',
  seen: ['rabbitmq/ra bbd0010', 'openraft d6a6d56'],
  scenarios: [],
};
