import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { previousDiffers } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'log-matching',
    when: previousDiffers,
    confidence: 0.4,
    why: 'an entry stands behind another than its leader put there: a tail may have been kept',
  },
  {
    rule: 'state-machine-safety',
    confidence: 0.15,
    why: 'an old tail may have been kept behind an overwritten entry',
  },
];

/** A conflict is overwritten and the tail behind it kept. */
export const conflictKeepsTail: Cause = {
  name: 'conflict-keeps-tail',
  title: 'A conflict is overwritten and the tail behind it kept',
  harmless: false,
  explains: ['log-matching', 'state-machine-safety'],
  story:
    'The entry in conflict is overwritten, and the entries of the old leader behind it stay. ' +
    'They stand behind entries that never preceded them, and a later election can make them ' +
    'count. The conflicting entry goes with everything behind it (Raft Figure 2).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
