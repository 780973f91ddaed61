import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { shorterLeader, shorterSameTerm } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'stale-candidate-vote',
    when: shorterSameTerm,
    confidence: 0.9,
    why: 'both logs ended in the same term, and the shorter one got the vote',
  },
  {
    rule: 'leader-completeness',
    when: shorterLeader,
    confidence: 0.85,
    why: "the new leader's log ended in the term of the committed entry, and was shorter",
  },
];

/** Voters compare only the last terms of logs. */
export const upToDateByTerm: Cause = {
  name: 'up-to-date-by-term',
  title: 'Voters compare only the last terms of logs',
  harmless: false,
  explains: ['stale-candidate-vote', 'leader-completeness'],
  story:
    'A server that missed the last entries of a term ends in the same term as those that have ' +
    'them, and wins. The missing entries, committed perhaps, are deleted elsewhere. With ' +
    'equal last terms the length decides (Raft §5.4.1).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
