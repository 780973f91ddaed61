import type { Bug } from '../bug.ts';

/** A leader that nobody answers leads on for ever. */
export const noCheckQuorum: Bug = {
  name: 'no-check-quorum',
  edits: [
    {
      file: 'tick.ts',
      find: `  if (!hasQuorum(server.configuration, (id) => alive.has(id))) {`,
      replace: `  if (!alive.has(server.id)) {`,
    },
    {
      file: 'tick.ts',
      find: `import { hasQuorum } from './quorum.ts';\n`,
      replace: ``,
    },
  ],
  rules: ['stale-leader'],
  sentence:
    'A leader steps down if an election timeout passes without an answer from a majority ' +
    '(thesis §6.2).',
  seen: ['6.824 Lab 2 notes (timothya.com)', 'hashicorp/raft#666 (related)'],
  scenarios: ['2A', '2B', '2C', '2D', 'chaos'],
};
