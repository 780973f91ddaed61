import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { nobodyLeads } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'no-leader',
    when: nobodyLeads,
    confidence: 0.25,
    why: 'candidates may ask again in a term in which all votes are gone',
  },
];

/** A candidate tries again in the same term. */
export const candidateKeepsTerm: Cause = {
  name: 'candidate-keeps-term',
  title: 'A candidate tries again in the same term',
  harmless: false,
  explains: ['no-leader', 'election-livelock'],
  story:
    'After a split vote the candidate asks again without raising its term. Everybody has ' +
    'voted in that term, so everybody refuses until some follower stands in a newer one. To ' +
    'start an election is to raise currentTerm (Raft §5.2, Figure 2, Candidates).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
