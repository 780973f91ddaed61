import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { candidateGrants } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'double-vote',
    when: candidateGrants,
    confidence: 0.85,
    why: 'the server stood in that term, which is a vote for itself, and then granted another',
  },
];

/** A candidate does not note its vote for itself. */
export const candidateForgetsOwnVote: Cause = {
  name: 'candidate-forgets-own-vote',
  title: 'A candidate does not note its vote for itself',
  harmless: false,
  explains: ['double-vote', 'election-safety'],
  story:
    'The candidate counts its own vote and does not write it down as given. A rival of the ' +
    'same term asks, and gets it too: one vote elects two. votedFor is the candidate itself ' +
    'once it stands (Raft §5.2, Figure 2, Candidates). NATS did not reset its vote in ' +
    'candidacy.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
