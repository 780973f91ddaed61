import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { leaderToCandidate } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'legal-role-edges',
    when: leaderToCandidate,
    confidence: 0.9,
    why: 'a leader became candidate: its election timer was never stopped',
  },
];

/** A leader goes on waiting for a leader. */
export const leaderKeepsElectionTimer: Cause = {
  name: 'leader-keeps-election-timer',
  title: 'A leader goes on waiting for a leader',
  harmless: false,
  explains: ['legal-role-edges'],
  story:
    'The election timer is not stopped when the election is won. It fires at the leader, ' +
    'which stands against itself in a newer term: leaders change at every timeout without any ' +
    'failure. Figure 4 knows no way from leader to candidate.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
