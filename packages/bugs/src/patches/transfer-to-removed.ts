import type { Bug } from '../bug.ts';

/** TimeoutNow makes a candidate of whoever receives it. */
export const transferToRemoved: Bug = {
  name: 'transfer-to-removed',
  edits: [
    {
      file: 'on-timeout-now.ts',
      find: 'if (mayCampaign(server)) startElection',
      replace: 'startElection',
    },
  ],
  rules: ['learner-acts'],
  sentence:
    'A server outside the configuration does not stand for election (thesis §3.10, §4.2.1).',
  seen: ['etcd 816fc51'],
  scenarios: ['chaos'],
};
