import type { Cause } from '../cause.ts';

/** A late answer takes matchIndex back. */
export const matchFalls: Cause = {
  name: 'match-falls',
  title: 'A late answer takes matchIndex back',
  harmless: false,
  explains: [],
  story:
    'An answer that was overtaken on the way says less than a later one, and the leader ' +
    'believes it. It sends entries again that are there already, and may wait longer to ' +
    'commit. matchIndex only grows (Raft Figure 2). SandTable found it in PySyncObj and in ' +
    'RaftOS within seconds.',
  explain: () => undefined,
};
