import type { Bug } from '../bug.ts';

/** Check-quorum asks the new half of a joint configuration alone. */
export const quorumCheckByNewHalf: Bug = {
  name: 'quorum-check-by-new-half',
  edits: [
    {
      file: 'tick.ts',
      find: 'hasQuorum(server.configuration,',
      replace: 'hasQuorum({ ...server.configuration, votersOutgoing: [] },',
    },
  ],
  rules: [],
  sentence:
    'While a configuration is joint, what takes a majority takes one of each half (§6); ' +
    'so does the check that a leader is still heard (thesis §6.2).',
  seen: [],
  scenarios: ['chaos'],
};
