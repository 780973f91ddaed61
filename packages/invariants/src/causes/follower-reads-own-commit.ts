import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'linearizable',
    confidence: 0.3,
    why: 'a follower may have answered before it had what the leader had committed',
  },
];

/** A follower reads as far as it knows of itself. */
export const followerReadsOwnCommit: Cause = {
  name: 'follower-reads-own-commit',
  title: 'A follower reads as far as it knows of itself',
  harmless: false,
  explains: ['linearizable'],
  story:
    'The follower asks the leader, which makes sure that it leads and says how far entries ' +
    'are committed. The follower then waits for its own commitIndex, which it has reached ' +
    "long ago, and answers with old values. The index that counts is the leader's (thesis " +
    '§6.4).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
