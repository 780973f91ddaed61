import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { nobodyLeads } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'election-livelock',
    confidence: 0.3,
    why: 'servers with long old logs and short new ones may refuse each other for ever',
  },
  {
    rule: 'no-leader',
    when: nobodyLeads,
    confidence: 0.2,
    why: 'servers with long old logs and short new ones may refuse each other for ever',
  },
];

/** Voters ask for a log that is both newer and longer. */
export const upToDateByBoth: Cause = {
  name: 'up-to-date-by-both',
  title: 'Voters ask for a log that is both newer and longer',
  harmless: false,
  explains: ['election-livelock', 'no-leader'],
  story:
    'A server with a long old log and one with a short new log refuse each other, and if no ' +
    'third can win nobody ever leads again. The order of logs is total: terms first, then ' +
    'length (Raft §5.4.1). openraft and dotNext compared both at once.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
