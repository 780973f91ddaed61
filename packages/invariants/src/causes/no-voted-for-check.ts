import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { ownElections, sameLife, twoGrants } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'double-vote',
    when: twoGrants,
    confidence: 0.8,
    why: 'the voter granted two candidates within one life: it does not read votedFor',
  },
  {
    rule: 'double-vote',
    when: sameLife,
    confidence: 0.6,
    why: 'the vote was given away again within one life of the server',
  },
  {
    rule: 'election-safety',
    when: ownElections,
    confidence: 0.4,
    why:
      'both winners asked for votes in that very term, so some voter gave two votes or ' +
      'too few were asked for',
  },
];

/** A voter does not look whether it has voted already. */
export const noVotedForCheck: Cause = {
  name: 'no-voted-for-check',
  title: 'A voter does not look whether it has voted already',
  harmless: false,
  explains: ['double-vote', 'election-safety'],
  story:
    'RequestVote is granted to every candidate whose log is good enough, also when the vote ' +
    'of this term is gone. Two candidates of one term then both find a majority. votedFor ' +
    'must be empty or the same candidate (Raft Figure 2, RequestVote receiver, rule 2). It is ' +
    'the most obvious mistake and the lab shows it at once.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
