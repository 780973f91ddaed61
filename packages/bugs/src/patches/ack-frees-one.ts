import type { Bug } from '../bug.ts';

/** An answer makes room for one request. */
export const ackFreesOne: Bug = {
  name: 'ack-frees-one',
  edits: [
    {
      file: 'flow-control.ts',
      find: 'while ((progress.inflight[0]',
      replace: 'if ((progress.inflight[0]',
    },
  ],
  rules: [],
  sentence:
    'An answer covers all requests up to its index: none of them is under way any more ' +
    '(thesis §10.2.1).',
  seen: [],
  scenarios: ['chaos'],
};
