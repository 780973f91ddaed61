import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { nobodyLeads } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'election-livelock',
    confidence: 0.3,
    why: 'refused candidates may keep the timers of better ones from firing',
  },
  {
    rule: 'no-leader',
    when: nobodyLeads,
    confidence: 0.25,
    why: 'refused candidates may keep the timers of better ones from firing',
  },
  {
    rule: 'timer-misuse',
    confidence: 0.5,
    why: 'a RequestVote that is denied restarts the timer',
  },
];

/** Every RequestVote resets the election timer. */
export const requestVoteResetsTimer: Cause = {
  name: 'request-vote-resets-timer',
  title: 'Every RequestVote resets the election timer',
  harmless: false,
  explains: ['election-livelock', 'no-leader', 'timer-misuse'],
  story:
    'A server that refuses a candidate starts its own timer anew all the same. A candidate ' +
    'with an old log, which cannot win, then keeps those who could from standing. Only a ' +
    'granted vote or the current leader resets the timer (Raft Figure 2, Followers). The ' +
    "Students' Guide explains the loss; NATS had the bug.",
  explain: (report, cluster) => followClues(clues, report, cluster),
};
