import type { Bug } from '../bug.ts';

/** The answer names the last entry of the log, not the last that was checked. */
export const ackOwnLast: Bug = {
  name: 'ack-own-last',
  edits: [
    {
      file: 'on-append-entries.ts',
      find: '    matchIndex: lastNewIndex,',
      replace: '    matchIndex: lastIndex(server.log),',
    },
  ],
  rules: ['leader-completeness', 'state-machine-safety'],
  sentence:
    'A follower vouches for what the request has checked: the previous entry and the new ones ' +
    '(§5.3).',
  seen: ['microsoft/CCF#6001'],
  scenarios: ['2B', '2C', '2D', 'chaos'],
};
