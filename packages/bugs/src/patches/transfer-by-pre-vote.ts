import type { Bug } from '../bug.ts';

/** Who is told to campaign asks for pre-votes. */
export const transferByPreVote: Bug = {
  name: 'transfer-by-pre-vote',
  edits: [
    {
      file: 'on-timeout-now.ts',
      find: "if (mayCampaign(server)) startElection(server, 'transfer');",
      replace: 'if (mayCampaign(server)) startPreVote(server);',
    },
    {
      file: 'on-timeout-now.ts',
      find: '{ startElection }',
      replace: '{ startPreVote }',
    },
  ],
  rules: [],
  sentence:
    'The target of a transfer starts an election at once, as if its election timer had fired ' +
    '(thesis §3.10).',
  seen: [],
  scenarios: ['chaos'],
};
