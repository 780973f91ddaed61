import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'commit-stall',
    confidence: 0.3,
    why: 'a majority has it, and the leader waits for more',
  },
];

/** An entry is committed only when all servers have it. */
export const commitNeedsAll: Cause = {
  name: 'commit-needs-all',
  title: 'An entry is committed only when all servers have it',
  harmless: false,
  explains: ['commit-stall'],
  story:
    'The leader waits for every follower. While all are well nobody notices; as soon as one ' +
    'is down nothing is committed any more, and the cluster bears no failure at all. A ' +
    'majority suffices (Raft §5.3).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
