import type { Cause } from '../cause.ts';

/** An old refusal takes nextIndex back below matchIndex. */
export const nextIndexBelowMatch: Cause = {
  name: 'next-index-below-match',
  title: 'An old refusal takes nextIndex back below matchIndex',
  harmless: false,
  explains: [],
  story:
    'A refusal that was overtaken on the way arrives after the follower has matched, and the ' +
    'leader goes back behind what it knows to be there. Entries are sent twice; where code ' +
    'relies on nextIndex > matchIndex it fails outright. A refusal of something at or below ' +
    'matchIndex is old news (Raft Figure 2). SandTable found it after 23 steps.',
  explain: () => undefined,
};
