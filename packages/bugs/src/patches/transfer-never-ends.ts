import type { Bug } from '../bug.ts';

/** A leader that waits for its successor waits for ever. */
export const transferNeverEnds: Bug = {
  name: 'transfer-never-ends',
  edits: [
    {
      file: 'transfer-leadership.ts',
      find: 'server.transferDeadline = now + server.settings.electionTimeoutMs[1];',
      replace: 'server.transferDeadline = Number.POSITIVE_INFINITY;',
    },
  ],
  rules: [],
  sentence:
    'If the transfer is not done after about an election timeout, the leader aborts it and ' +
    'takes requests again (thesis §3.10).',
  seen: ['hashicorp/raft GH-413 (transfer)'],
  scenarios: [],
};
