import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'election-livelock',
    confidence: 0.25,
    why: 'followers may stand although they hear a leader',
  },
  {
    rule: 'timer-misuse',
    confidence: 0.5,
    why: 'AppendEntries of the leader does not restart the timer',
  },
];

/** Heartbeats do not reset the election timer. */
export const appendKeepsTimer: Cause = {
  name: 'append-keeps-timer',
  title: 'Heartbeats do not reset the election timer',
  harmless: false,
  explains: ['election-livelock', 'no-leader', 'timer-misuse'],
  story:
    'A follower stands for election one timeout after it became follower, whether it hears a ' +
    'leader or not. Leaders come and go all the time, and commands hardly get through. The ' +
    "leader's messages start the timer anew (Raft §5.2, Figure 2). The lab tells it by terms " +
    'that change without failures.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
