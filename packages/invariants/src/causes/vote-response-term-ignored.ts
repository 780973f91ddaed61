import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { receivedVoteResponse } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'higher-term-ignored',
    when: receivedVoteResponse,
    confidence: 0.95,
    why: 'the newer term came in an answer to RequestVote, and the candidate paid no heed',
  },
];

/** A candidate ignores a newer term in the answer to RequestVote. */
export const voteResponseTermIgnored: Cause = {
  name: 'vote-response-term-ignored',
  title: 'A candidate ignores a newer term in the answer to RequestVote',
  harmless: false,
  explains: ['higher-term-ignored'],
  story:
    'A candidate that is refused because its term is old only notes that it did not get the ' +
    'vote. It keeps its term and its role and has to find the newer term by one election ' +
    'after the other. Any answer with a newer term makes a follower of it (Raft §5.1).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
