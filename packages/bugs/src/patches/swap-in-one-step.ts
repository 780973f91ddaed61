import type { Bug } from '../bug.ts';

/** One server is exchanged for another in one step. */
export const swapInOneStep: Bug = {
  name: 'swap-in-one-step',
  edits: [
    {
      file: 'change-membership.ts',
      find: 'added + removed > 1 ? current.voters : []',
      replace: 'Math.max(added, removed) > 1 ? current.voters : []',
    },
  ],
  rules: ['single-server-step'],
  sentence:
    'A single-server change adds one voter or removes one; to replace one takes two ' +
    'changes or a joint configuration (thesis §4.1).',
  seen: [],
  scenarios: ['chaos'],
};
