import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { countedAcrossLives, electedAfterRestarts, grantAcrossLives } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'election-safety',
    when: electedAfterRestarts,
    confidence: 0.4,
    why:
      'both winners asked in that very term, and servers had restarted: a granted vote ' +
      'may have been forgotten',
  },
  {
    rule: 'double-vote',
    when: grantAcrossLives,
    confidence: 0.6,
    why: 'the server granted a vote, restarted, and knew nothing of it',
  },
  {
    rule: 'double-vote',
    when: countedAcrossLives,
    confidence: 0.6,
    why: 'the server granted a vote that was counted, restarted, and knew nothing of it',
  },
];

/** A granted vote is not on disk before the answer leaves. */
export const noPersistGrant: Cause = {
  name: 'no-persist-grant',
  title: 'A granted vote is not on disk before the answer leaves',
  harmless: false,
  explains: ['double-vote', 'election-safety'],
  story:
    'The vote is set in memory and goes to disk with whatever is written next. A new term is ' +
    'written at once, so only a vote in a term that is known already is at risk: grant, ' +
    'crash, restart, a second RequestVote of the term. Very rare, and as bad as never saving ' +
    'it. The answer has to wait for the disk (Raft Figure 2).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
