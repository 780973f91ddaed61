import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { acrossLives, countedAcrossLives, electedAfterRestarts } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'election-safety',
    when: electedAfterRestarts,
    confidence: 0.55,
    why:
      'both winners asked in that very term, and servers had restarted: a vote may have ' +
      'been forgotten',
  },
  {
    rule: 'double-vote',
    when: acrossLives,
    confidence: 0.8,
    why: 'the server restarted between its two votes: the first was not on its disk',
  },
  {
    rule: 'double-vote',
    when: countedAcrossLives,
    confidence: 0.8,
    why:
      'the server restarted between the two votes that were counted: the first was not on ' +
      'its disk',
  },
];

/** The vote is never written to disk. */
export const noPersistVote: Cause = {
  name: 'no-persist-vote',
  title: 'The vote is never written to disk',
  harmless: false,
  explains: ['double-vote', 'election-safety'],
  story:
    'currentTerm and the log are saved, votedFor is not. A server that votes, crashes, and ' +
    'starts again in the same term has a second vote, and a second candidate can win that ' +
    'term. It takes a crash between two requests of one term, so that ordinary tests hardly ' +
    'see it. Figure 2 lists votedFor among what must be durable before any reply.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
