import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'log-matching',
    confidence: 0.3,
    why: 'a leader may have made an entry of a term that is not its own',
  },
];

/** A new leader's own entry is of the term before. */
export const noOpOfOldTerm: Cause = {
  name: 'no-op-of-old-term',
  title: "A new leader's own entry is of the term before",
  harmless: false,
  explains: ['log-matching', 'append-tells-truth'],
  story:
    'The entry by which a new leader commits what it found is made before its term is noted, ' +
    'and carries the one before. In that term another leader may have put another entry at ' +
    'that index: two entries with one index and one term differ, which is what no log may ' +
    'have (Raft §5.3, thesis §6.4).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
