import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'commit-stall',
    confidence: 0.15,
    why: 'entries behind a snapshot may never have been sent',
  },
];

/** Behind a snapshot the leader skips the rest. */
export const snapshotSkipsRest: Cause = {
  name: 'snapshot-skips-rest',
  title: 'Behind a snapshot the leader skips the rest',
  harmless: false,
  explains: ['commit-stall'],
  story:
    'The leader sends a snapshot and takes the follower for up to date. What stands between ' +
    'the end of the snapshot and that of the log is not sent. Without flow control a refusal ' +
    'of the next entries mends it; with it, the follower answers what is under way and stays ' +
    'behind (Raft §7).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
