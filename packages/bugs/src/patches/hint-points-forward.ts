import type { Bug } from '../bug.ts';

/** nextIndex moves forward on a refusal. */
export const hintPointsForward: Bug = {
  name: 'hint-points-forward',
  edits: [
    {
      file: 'on-append-entries-response.ts',
      find: 'Math.min(retry, response.prevLogIndex)',
      replace: 'Math.max(retry, response.prevLogIndex + 1)',
    },
  ],
  rules: ['no-leader'],
  sentence:
    'After a refusal the leader decrements nextIndex and tries again, until the logs match ' +
    '(§5.3).',
  seen: ['openraft 6d53aa1'],
  scenarios: ['2B', '2C', '2D', 'chaos'],
};
