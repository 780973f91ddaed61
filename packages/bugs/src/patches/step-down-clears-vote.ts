import type { Bug } from '../bug.ts';

/** Becoming follower clears votedFor although the term stays the same. */
export const stepDownClearsVote: Bug = {
  name: 'step-down-clears-vote',
  edits: [
    {
      file: 'transitions.ts',
      find: "  changeRole(server, 'follower', cause);",
      replace: `  if (server.role === 'candidate') server.votedFor = undefined;
  changeRole(server, 'follower', cause);`,
    },
  ],
  rules: ['double-vote', 'election-safety'],
  sentence:
    'The vote belongs to the term, not to the role: only a newer term makes it free again ' +
    '(§5.2, Figure 2).',
  seen: ['microsoft/CCF#5891', 'nats-io/nats-server bf8ebe7', 'akka-raft raft-56'],
  scenarios: ['2A', '2B', '2D', 'chaos'],
};
