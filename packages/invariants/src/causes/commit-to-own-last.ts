import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'state-machine-safety',
    confidence: 0.15,
    why: 'a follower may have committed an unchecked suffix of its own',
  },
];

/** A follower commits up to the end of its own log. */
export const commitToOwnLast: Cause = {
  name: 'commit-to-own-last',
  title: 'A follower commits up to the end of its own log',
  harmless: false,
  explains: ['state-machine-safety', 'leader-completeness'],
  story:
    'Behind the entries that were just checked a follower may have an old suffix of another ' +
    'leader. With the minimum taken at the end of its log it commits that suffix. The last ' +
    'new entry is the last of the request, not of the log (Raft Figure 2). Only short or ' +
    'reordered requests show it.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
