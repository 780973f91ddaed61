import type { Bug } from '../bug.ts';

/** One answer makes a lease. */
export const leaseByOnePeer: Bug = {
  name: 'lease-by-one-peer',
  edits: [
    {
      file: 'lease.ts',
      find: `return hasQuorum(server.configuration, (id) => {
    if (id === server.id) return true;
    return server.progress.some(({ peer, ackedSentAt }) => peer === id && ackedSentAt > since);
  });`,
      replace: 'return server.progress.some(({ ackedSentAt }) => ackedSentAt > since);',
    },
    {
      file: 'lease.ts',
      find: `import { hasQuorum } from './quorum.ts';
`,
      replace: '',
    },
  ],
  rules: ['lease-read', 'linearizable'],
  sentence:
    'A lease holds while a majority has answered heartbeats that left within it (thesis ' +
    '§6.4.1).',
  seen: [],
  scenarios: ['chaos'],
};
