import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { ownElections } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'minority-leader',
    when: ownElections,
    confidence: 0.45,
    why:
      'the winner asked in that very term and too few voted for it there: votes of an ' +
      'election before may have been counted along',
  },
  {
    rule: 'election-safety',
    when: ownElections,
    confidence: 0.4,
    why:
      'both winners asked in that very term: votes of an election before may have been ' +
      'counted along',
  },
];

/** Votes of the last election count in the next. */
export const votesCarriedOver: Cause = {
  name: 'votes-carried-over',
  title: 'Votes of the last election count in the next',
  harmless: false,
  explains: ['minority-leader', 'election-safety'],
  story:
    'The counter of votes is set when the server starts and never again. A candidate that got ' +
    'two of five votes in one term needs only one more in the next, and wins without a ' +
    "majority of any term. Each election starts with the candidate's own vote alone (Raft " +
    '§5.2).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
