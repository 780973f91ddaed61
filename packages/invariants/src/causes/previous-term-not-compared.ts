import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { previousDiffers } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'log-matching',
    when: previousDiffers,
    confidence: 0.75,
    why:
      'equal entries stand behind different ones: the entry before them was not ' +
      'compared by its term',
  },
  {
    rule: 'state-machine-safety',
    confidence: 0.2,
    why: 'logs may have parted below entries that were accepted without comparing terms',
  },
];

/** The term of the previous entry is not compared. */
export const previousTermNotCompared: Cause = {
  name: 'previous-term-not-compared',
  title: 'The term of the previous entry is not compared',
  harmless: false,
  explains: ['log-matching', 'state-machine-safety'],
  story:
    'The follower asks only whether its log is long enough. Entries are appended behind a ' +
    'suffix that another leader wrote, and the logs differ below them for good. The check of ' +
    'index and term is the induction step on which log matching rests (Raft §5.3).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
