import type { Bug } from '../bug.ts';

/** The follower falls back to the term of its log. */
export const rejectionRevertsTerm: Bug = {
  name: 'rejection-reverts-term',
  edits: [
    {
      file: 'on-append-entries.ts',
      find: '  tellAppendRejected(server, request, cause, hint);',
      replace: `  server.currentTerm = termAt(server.log, lastIndex(server.log)) ?? 0;
  tellAppendRejected(server, request, cause, hint);`,
    },
  ],
  rules: ['term-monotonic', 'double-vote'],
  sentence: 'currentTerm only grows; the terms of log entries do not bear on it (§5.1).',
  seen: ['nats-io/nats-server a549c43', 'nats-io/nats-server 25561f4'],
  scenarios: ['2B', '2C', '2D', 'chaos'],
};
