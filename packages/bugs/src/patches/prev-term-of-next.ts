import type { Bug } from '../bug.ts';

/** prevLogTerm is that of the first entry sent. */
export const prevTermOfNext: Bug = {
  name: 'prev-term-of-next',
  edits: [
    {
      file: 'send.ts',
      find: 'termAt(server.log, prevLogIndex) ?? 0',
      replace: 'termAt(server.log, prevLogIndex + 1) ?? termAt(server.log, prevLogIndex) ?? 0',
    },
  ],
  rules: ['append-tells-truth'],
  sentence: 'prevLogTerm is the term of the entry at prevLogIndex (§5.3, Figure 2).',
  seen: [],
  scenarios: ['chaos'],
};
