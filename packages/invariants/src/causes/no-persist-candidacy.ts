import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { candidateAcrossLives, electedAfterRestarts, endsWithStart } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'election-safety',
    when: electedAfterRestarts,
    confidence: 0.52,
    why:
      'both winners asked in that very term, and servers had restarted: an own vote may ' +
      'have been forgotten',
  },
  {
    rule: 'double-vote',
    when: candidateAcrossLives,
    confidence: 0.9,
    why:
      'before the restart the server had campaigned, and with that voted for itself; ' +
      'its disk did not know',
  },
  {
    rule: 'term-monotonic',
    when: endsWithStart,
    confidence: 0.4,
    why:
      'the server came back from a restart in an older term: that of an election of its ' +
      'own may have been lost',
  },
];

/** A candidate's own vote is not on disk before it asks for others'. */
export const noPersistCandidacy: Cause = {
  name: 'no-persist-candidacy',
  title: "A candidate's own vote is not on disk before it asks for others'",
  harmless: false,
  explains: ['double-vote', 'term-monotonic', 'election-safety'],
  story:
    'The candidate raises its term, votes for itself and asks the others, but saves nothing ' +
    'of it. After a crash it starts in the older term, hears of the newer one, and votes ' +
    'there for somebody else, although its own vote was counted. sofa-jraft had it. ' +
    'Persistent state is written before any message that depends on it (Raft Figure 2).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
