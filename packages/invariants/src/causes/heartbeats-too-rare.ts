import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'late-heartbeat',
    confidence: 0.4,
    why: 'the leader ran and was not held up, and yet its heartbeats are that far apart',
  },
  {
    rule: 'flapping',
    confidence: 0.2,
    why: 'leaders that speak too rarely are taken for dead',
  },
];

/** Heartbeats come as rarely as elections. */
export const heartbeatsTooRare: Cause = {
  name: 'heartbeats-too-rare',
  title: 'Heartbeats come as rarely as elections',
  harmless: false,
  explains: ['late-heartbeat', 'flapping'],
  story:
    'The leader speaks once an election timeout instead of many times in it: a single late or ' +
    'lost heartbeat costs an election, although leader and network are well. Heartbeats are to ' +
    'come an order of magnitude faster (Raft §5.6).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
