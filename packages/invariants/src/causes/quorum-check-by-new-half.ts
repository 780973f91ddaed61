import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'stale-leader',
    confidence: 0.1,
    why: 'the check of the quorum may look at one half of a joint configuration',
  },
];

/** Check-quorum asks the new half of a joint configuration alone. */
export const quorumCheckByNewHalf: Cause = {
  name: 'quorum-check-by-new-half',
  title: 'Check-quorum asks the new half of a joint configuration alone',
  harmless: false,
  explains: ['stale-leader'],
  story:
    'Elections and commits need both majorities, and the third place that counts servers ' +
    'was forgotten. A leader that has lost the old half commits nothing any more, and ' +
    'still leads on, as the new half answers it. It steps down when either half is lost ' +
    '(Raft §6, thesis §6.2).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
