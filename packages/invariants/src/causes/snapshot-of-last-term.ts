import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'log-matching',
    confidence: 0.3,
    why: 'a snapshot may carry the term of another entry',
  },
  {
    rule: 'divergence-unhealed',
    confidence: 0.32,
    why: 'a snapshot may carry the term of another entry',
  },
];

/** A snapshot names the term of the end of the log. */
export const snapshotOfLastTerm: Cause = {
  name: 'snapshot-of-last-term',
  title: 'A snapshot names the term of the end of the log',
  harmless: false,
  explains: ['log-matching', 'divergence-unhealed'],
  story:
    'The snapshot ends before the log does, and is labelled with the newest term. Whoever ' +
    'installs it believes that its last entry is of that term: the consistency check of the ' +
    'next entries fails for ever, or the log counts as newer than it is (Raft §7).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
