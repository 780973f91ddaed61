import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'commit-stall',
    confidence: 0.5,
    why: 'entries wait although the servers answer',
  },
];

/** The window of messages under way never empties. */
export const inflightNeverFreed: Cause = {
  name: 'inflight-never-freed',
  title: 'The window of messages under way never empties',
  harmless: false,
  explains: ['commit-stall'],
  story:
    'The leader allows only so many unanswered messages to a follower, and forgets to count ' +
    'the answers. After a few entries only heartbeats go out, and the follower is never ' +
    'brought up to date. An answer frees every message up to its index (thesis §10.2.1). etcd ' +
    'resumed a paused flow wrongly. It shows only with flow control.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
