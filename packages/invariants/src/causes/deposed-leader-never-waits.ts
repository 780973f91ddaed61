import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { nobodyLeads } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'no-leader',
    when: nobodyLeads,
    confidence: 0.2,
    why: 'servers that led before may wait for ever',
  },
];

/** A leader that steps down starts no election timer. */
export const deposedLeaderNeverWaits: Cause = {
  name: 'deposed-leader-never-waits',
  title: 'A leader that steps down starts no election timer',
  harmless: false,
  explains: ['no-leader', 'election-livelock'],
  story:
    'A leader has no election timer. One that steps down and does not start it waits for a ' +
    'leader for ever: if no newer one speaks to it, it never stands. With a majority of such ' +
    'servers the cluster stays without a leader (Raft §5.2).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
