import type { Bug } from '../bug.ts';

/** A snapshot names the term of the last entry in the log. */
export const snapshotOfLastTerm: Bug = {
  name: 'snapshot-of-last-term',
  edits: [
    {
      file: 'compact.ts',
      find: '  server.snapshot = { ...taken, term, configuration };',
      replace: '  server.snapshot = { ...taken, term: lastTerm(server.log), configuration };',
    },
    {
      file: 'compact.ts',
      find: 'import { compactThrough, termAt }',
      replace: 'import { compactThrough, lastTerm, termAt }',
    },
  ],
  rules: ['log-matching', 'divergence-unhealed'],
  sentence: 'lastIncludedTerm is the term of the entry at lastIncludedIndex (§7, Figure 13).',
  seen: [],
  scenarios: ['chaos'],
};
