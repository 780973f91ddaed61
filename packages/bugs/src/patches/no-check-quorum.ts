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
};
