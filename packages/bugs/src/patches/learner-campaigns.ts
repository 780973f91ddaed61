import type { Bug } from '../bug.ts';

/** Any server whose timer fires is a candidate. */
export const learnerCampaigns: Bug = {
  name: 'learner-campaigns',
  edits: [
    {
      file: 'tick.ts',
      find: "restartElectionTimer(server, 'no voter');",
      replace: "startElection(server, 'election-timeout');",
    },
  ],
  rules: ['election-livelock', 'minority-leader'],
  sentence:
    'A server that is no voter of its configuration does not start elections (thesis §4.2.1).',
  seen: ['hashicorp/raft GH-398', 'willemt/raft 1a30fff'],
  scenarios: [],
};
