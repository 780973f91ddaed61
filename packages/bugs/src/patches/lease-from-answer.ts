import type { Bug } from '../bug.ts';

/** The clock starts when an answer comes in. */
export const leaseFromAnswer: Bug = {
  name: 'lease-from-answer',
  edits: [
    { file: 'lease.ts', find: 'ackedSentAt > since', replace: 'lastContact > since' },
    { file: 'lease.ts', find: '({ peer, ackedSentAt })', replace: '({ peer, lastContact })' },
  ],
  rules: [],
  sentence:
    'A lease begins when the heartbeat was sent that the majority answered (thesis §6.4.1).',
  seen: [],
  scenarios: [],
};
