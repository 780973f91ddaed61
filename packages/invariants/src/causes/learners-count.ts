import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'no-quorum-commit',
    confidence: 0.2,
    why: 'acknowledgements of servers without a vote may have been counted',
  },
  {
    rule: 'learner-acts',
    confidence: 0.6,
    why: 'servers without a vote make up the majority',
  },
];

/** Servers without a vote count for the majority. */
export const learnersCount: Cause = {
  name: 'learners-count',
  title: 'Servers without a vote count for the majority',
  harmless: false,
  explains: ['no-quorum-commit', 'leader-completeness', 'learner-acts'],
  story:
    'Every acknowledgement is counted, also those of servers that are being added, have no ' +
    'vote, or were removed. An entry is then committed although a majority of the voters ' +
    'lacks it. Only voters make a majority (thesis §4.2.1). Several systems counted whoever ' +
    'answered.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
