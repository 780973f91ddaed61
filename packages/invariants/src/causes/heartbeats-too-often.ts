import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'rpc-budget',
    confidence: 0.45,
    why: 'heartbeats may come far too often',
  },
];

/** Heartbeats come too often. */
export const heartbeatsTooOften: Cause = {
  name: 'heartbeats-too-often',
  title: 'Heartbeats come too often',
  harmless: false,
  explains: ['rpc-budget'],
  story:
    'The interval is read in another unit, or divided by the number of peers. Nothing ' +
    'breaks: elections are even rarer. But an idle cluster sends ten times what it needs, ' +
    'which the testers of the lab count (Raft §5.2).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
