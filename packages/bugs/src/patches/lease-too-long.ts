import type { Bug } from '../bug.ts';

/** The lease lasts as long as the longest election timeout. */
export const leaseTooLong: Bug = {
  name: 'lease-too-long',
  edits: [
    {
      file: 'lease.ts',
      find: 'electionTimeoutMs[0] - leaseDriftMs',
      replace: 'electionTimeoutMs[1]',
    },
  ],
  rules: [],
  sentence:
    'A lease ends before any other server can be elected, with a margin for clocks (thesis ' +
    '§6.4.1).',
  seen: [],
  scenarios: [],
};
