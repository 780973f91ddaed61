import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'leader-completeness',
    confidence: 0.2,
    why: 'the winner may have claimed a newer log than it had',
  },
];

/** A candidate says that its log is of its own term. */
export const candidateClaimsOwnTerm: Cause = {
  name: 'candidate-claims-own-term',
  title: 'A candidate says that its log is of its own term',
  harmless: false,
  explains: ['leader-completeness', 'state-machine-safety'],
  story:
    "lastLogTerm is filled from currentTerm. The candidate's log looks newer than any other, " +
    'whatever is in it, so that it wins without entries that are committed, and has them ' +
    'truncated (Raft §5.4.1).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
