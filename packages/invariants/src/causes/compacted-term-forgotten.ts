import type { Cause } from '../cause.ts';

/** The term of the last compacted entry is forgotten. */
export const compactedTermForgotten: Cause = {
  name: 'compacted-term-forgotten',
  title: 'The term of the last compacted entry is forgotten',
  harmless: false,
  explains: [],
  story:
    'After a compaction the log cannot tell the term of the entry right before its first one. ' +
    'AppendEntries that begins there names no term or is refused, and the follower is never ' +
    'brought up to date. A snapshot comes with the index and the term of its last entry (Raft ' +
    '§7). etcd panicked at it; hashicorp/raft had it too.',
  explain: () => undefined,
};
