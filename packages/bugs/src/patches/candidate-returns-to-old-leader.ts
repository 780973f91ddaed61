import type { Bug } from '../bug.ts';

/** A candidate that hears the old leader takes its election back. */
export const candidateReturnsToOldLeader: Bug = {
  name: 'candidate-returns-to-old-leader',
  edits: [
    {
      file: 'on-append-entries.ts',
      find: '  if (request.term < server.currentTerm) {',
      replace: `  if (server.role === 'candidate' && request.term < server.currentTerm) {
    server.currentTerm = request.term;
  }
  if (request.term < server.currentTerm) {`,
    },
  ],
  rules: ['term-monotonic', 'double-vote'],
  sentence:
    'A candidate yields to a leader of its own or a newer term only; a term is never taken ' +
    'back (§5.1, §5.2).',
  seen: ['nats-io/nats-server dcbe0c8'],
  scenarios: ['2A', '2B', '2C', '2D', 'chaos'],
};
