import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { candidateFalls } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'term-monotonic',
    when: candidateFalls,
    confidence: 0.9,
    why: 'a candidate took its election back and returned to an older term',
  },
];

/** A candidate goes back to the leader of an older term. */
export const candidateReturnsToOldLeader: Cause = {
  name: 'candidate-returns-to-old-leader',
  title: 'A candidate goes back to the leader of an older term',
  harmless: false,
  explains: ['term-monotonic', 'double-vote'],
  story:
    'The candidate has raised its term and then hears the old leader, who is alive after all. ' +
    'It gives up and returns to the older term, although others have voted in the newer one. ' +
    'There it votes again. Terms never fall; the old leader must learn of the newer one (Raft ' +
    '§5.1, §5.2).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
