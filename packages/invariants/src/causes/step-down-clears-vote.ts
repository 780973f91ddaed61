import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { candidateThenFollower } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'double-vote',
    when: candidateThenFollower,
    confidence: 0.92,
    why:
      'the voter had campaigned in that term, became follower in it, and then gave its ' +
      'vote again',
  },
];

/** A candidate that steps down in its term forgets its vote. */
export const stepDownClearsVote: Cause = {
  name: 'step-down-clears-vote',
  title: 'A candidate that steps down in its term forgets its vote',
  harmless: false,
  explains: ['double-vote', 'election-safety'],
  story:
    'One function makes a follower and clears votedFor, whether the term is new or not. A ' +
    'candidate that hears the leader of its own term becomes follower, and has its vote to ' +
    'give again: a late RequestVote of that term gets it. CCF elected two leaders in one term ' +
    'like this. votedFor is cleared only together with a newer currentTerm (Raft Figure 2).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
