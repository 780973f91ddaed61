import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { nobodyLeads } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'no-leader',
    when: nobodyLeads,
    confidence: 0.15,
    why: 'messages of a deposed leader may keep the timers from firing',
  },
  {
    rule: 'timer-misuse',
    confidence: 0.5,
    why: 'AppendEntries of an older term restarts the timer',
  },
];

/** AppendEntries of an older term resets the election timer. */
export const staleAppendResetsTimer: Cause = {
  name: 'stale-append-resets-timer',
  title: 'AppendEntries of an older term resets the election timer',
  harmless: false,
  explains: ['no-leader', 'timer-misuse'],
  story:
    'A deposed leader that goes on sending is refused for its term, and yet its messages ' +
    'postpone the next election. If its term is never corrected there may be no election at ' +
    'all. The timer is for the current leader (Raft Figure 2). NATS corrected it after the ' +
    "Students' Guide had warned of it.",
  explain: (report, cluster) => followClues(clues, report, cluster),
};
