import type { Bug } from '../bug.ts';

/** A leader of the past is followed, into its term. */
export const oldAppendAccepted: Bug = {
  name: 'old-append-accepted',
  edits: [
    {
      file: 'on-append-entries.ts',
      find: '  if (request.term < server.currentTerm) {',
      replace: `  if (request.term < server.currentTerm) server.currentTerm = request.term;
  if (request.term < server.currentTerm) {`,
    },
  ],
  rules: ['term-monotonic', 'log-matching', 'state-machine-safety'],
  sentence: 'AppendEntries of an older term is refused, and terms never fall (§5.1, Figure 2).',
  seen: ['nats-io/nats-server 2a13f4b', 'nats-io/nats-server dcbe0c8'],
  scenarios: ['2A', '2B', '2C', '2D', 'chaos'],
};
