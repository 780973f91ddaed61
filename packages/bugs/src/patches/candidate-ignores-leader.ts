import type { Bug } from '../bug.ts';

/** AppendEntries of the own term is not for candidates. */
export const candidateIgnoresLeader: Bug = {
  name: 'candidate-ignores-leader',
  edits: [
    {
      file: 'on-append-entries.ts',
      find: "  becomeFollower(server, 'leader-discovered');",
      replace: `  if (server.role === 'candidate') return;
  becomeFollower(server, 'leader-discovered');`,
    },
  ],
  rules: ['election-livelock'],
  sentence:
    'A candidate that hears the legitimate leader of its term recognises it and returns to ' +
    'follower (§5.2).',
  seen: ['rabbitmq/ra 3b90473'],
  scenarios: ['2B'],
};
