import type { Bug } from '../bug.ts';

/** The quorum check looks back two election timeouts. */
export const quorumWindowDoubled: Bug = {
  name: 'quorum-window-doubled',
  edits: [
    {
      file: 'tick.ts',
      find: 'const since = server.now - windowMs;',
      replace: 'const since = server.now - 2 * windowMs;',
    },
  ],
  rules: ['stale-leader'],
  sentence:
    'A leader steps down when an election timeout passes without an answer from a majority ' +
    '(thesis §6.2).',
  seen: [],
  scenarios: ['chaos'],
};
