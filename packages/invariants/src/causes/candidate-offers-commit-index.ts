import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { nobodyLeads } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'no-leader',
    when: nobodyLeads,
    confidence: 0.2,
    why: 'candidates may show less of their log than they have',
  },
  {
    rule: 'election-livelock',
    confidence: 0.25,
    why: 'candidates may show less of their log than they have',
  },
];

/** A candidate gives its commitIndex for its last index. */
export const candidateOffersCommitIndex: Cause = {
  name: 'candidate-offers-commit-index',
  title: 'A candidate gives its commitIndex for its last index',
  harmless: false,
  explains: ['no-leader', 'election-livelock'],
  story:
    "lastLogIndex is filled from commitIndex. The candidate's log looks shorter than it is, " +
    'and voters with entries that are not committed yet refuse it. After the loss of a busy ' +
    'leader nobody wins (Raft §5.4.1).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
