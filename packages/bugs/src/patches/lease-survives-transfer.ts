import type { Bug } from '../bug.ts';

/** A transfer does not end the lease. */
export const leaseSurvivesTransfer: Bug = {
  name: 'lease-survives-transfer',
  edits: [{ file: 'lease.ts', find: ' || server.leaseForfeited', replace: '' }],
  rules: [],
  sentence:
    'The lease rests on nobody standing within an election timeout, which a transfer sets ' +
    'aside (thesis §6.4.1).',
  seen: [],
  scenarios: [],
};
