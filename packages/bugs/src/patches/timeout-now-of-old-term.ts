import type { Bug } from '../bug.ts';

/** TimeoutNow is obeyed whatever its term. */
export const timeoutNowOfOldTerm: Bug = {
  name: 'timeout-now-of-old-term',
  edits: [
    { file: 'on-timeout-now.ts', find: 'request.term < server.currentTerm || ', replace: '' },
  ],
  rules: [],
  sentence:
    'Only the leader of the current term hands leadership over; requests of older terms are ' +
    'refused (§5.1, thesis §3.10).',
  seen: ['dragonboat 175f332'],
  scenarios: [],
};
