import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'removed-leader-counts',
    confidence: 0.6,
    why: 'its removal was committed, and it goes on leading',
  },
];

/** A removed leader goes on leading. */
export const removedLeaderStays: Cause = {
  name: 'removed-leader-stays',
  title: 'A removed leader goes on leading',
  harmless: false,
  explains: ['stale-leader', 'removed-leader-counts'],
  story:
    'The leader removes itself, replicates the change, and goes on. It counts majorities in ' +
    'which it has no part, and the cluster is led by a server that may be switched off at any ' +
    'time. It steps down when the change is committed (Raft §6). NATS let a removed leader ' +
    'come back.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
