import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'election-livelock',
    confidence: 0.3,
    why: 'voters may stand against the candidate that they have just voted for',
  },
  {
    rule: 'timer-misuse',
    confidence: 0.5,
    why: 'a vote given does not restart the timer',
  },
];

/** Granting a vote does not reset the election timer. */
export const grantKeepsTimer: Cause = {
  name: 'grant-keeps-timer',
  title: 'Granting a vote does not reset the election timer',
  harmless: false,
  explains: ['election-livelock', 'timer-misuse'],
  story:
    'The voter has granted its vote and stands itself a moment later, because its own timer ' +
    'had nearly run out. On a slow network the winner meets a newer term before its first ' +
    'heartbeat, and elections chase each other. Granting resets the timer (Raft Figure 2, ' +
    'Followers).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
