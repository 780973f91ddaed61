import type { Bug } from '../bug.ts';

/** currentTerm stays in memory. */
export const noPersistTerm: Bug = {
  name: 'no-persist-term',
  edits: [
    {
      file: 'effects.ts',
      find: '    currentTerm: server.currentTerm,',
      replace: '    currentTerm: 0,',
    },
  ],
  rules: ['term-monotonic', 'double-vote'],
  sentence:
    'currentTerm is persistent state; a server never goes back to an older term (Figure 2, ' +
    '§5.1).',
  seen: ['nats-io/nats-server 53c85c2'],
  scenarios: ['2C', '2D', 'chaos'],
};
