import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'append-tells-truth',
    confidence: 0.3,
    why: 'the term may be that of the entry behind',
  },
];

/** prevLogTerm is that of the entry behind. */
export const prevTermOfNext: Cause = {
  name: 'prev-term-of-next',
  title: 'prevLogTerm is that of the entry behind',
  harmless: false,
  explains: ['append-tells-truth'],
  story:
    'The term is read at nextIndex, one place too far. Within a term nobody notices. Where a ' +
    'term ends, the consistency check compares the wrong entries: followers that agree ' +
    'refuse, and one that does not may accept (Raft §5.3).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
