import type { Bug } from '../bug.ts';

/** The read index is not waited for. */
export const readBeforeApplied: Bug = {
  name: 'read-before-applied',
  edits: [
    {
      file: 'end-reads.ts',
      find: 'readIndex !== undefined && readIndex <= server.lastApplied',
      replace: 'readIndex !== undefined && readIndex >= 0',
    },
  ],
  rules: [],
  sentence: 'A read waits until the state machine has advanced to the read index (thesis §6.4).',
  seen: [],
  scenarios: [],
};
