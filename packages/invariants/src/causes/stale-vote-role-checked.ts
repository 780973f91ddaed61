import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { countedForeignVote } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'minority-leader',
    confidence: 0.25,
    why: 'votes that were asked for in another term may have been counted',
  },
  {
    rule: 'election-safety',
    when: countedForeignVote,
    confidence: 0.9,
    why: 'a winner counted, as candidate, a vote that was asked for in another term',
  },
  {
    rule: 'minority-leader',
    when: countedForeignVote,
    confidence: 0.9,
    why: 'the winner counted, as candidate, a vote that was asked for in another term',
  },
];

/** Votes of an older term are counted while the server is a candidate again. */
export const staleVoteRoleChecked: Cause = {
  name: 'stale-vote-role-checked',
  title: 'Votes of an older term are counted while the server is a candidate again',
  harmless: false,
  explains: ['minority-leader', 'election-safety', 'legal-role-edges'],
  story:
    'The counting code asks whether the server is a candidate, and forgets to ask of which ' +
    'term. A vote that was given for term 5 then helps the same server, candidate once more, ' +
    'to win term 6 without a majority of that term. Two candidates can win one term like this ' +
    '(Raft §5.2). Votes have to be counted only for the term in which they were asked for.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
