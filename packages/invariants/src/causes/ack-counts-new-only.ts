import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'append-reply-commit',
    confidence: 0.3,
    why: 'a follower may say less than it holds',
  },
];

/** A follower acknowledges only what was new to it. */
export const ackCountsNewOnly: Cause = {
  name: 'ack-counts-new-only',
  title: 'A follower acknowledges only what was new to it',
  harmless: false,
  explains: ['append-reply-commit'],
  story:
    'A request comes twice, or overlaps one before. The follower has its entries already, ' +
    'and answers as if there had been none. The leader learns of less than is there: commits ' +
    'wait, and the same entries are sent again and again. What counts is that the entries ' +
    'are there, not when they came (Raft §5.3).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
