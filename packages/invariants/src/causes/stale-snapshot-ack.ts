import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'match-monotonic',
    confidence: 0.2,
    why: 'what a peer holds was told wrong',
  },
];

/** An answer to InstallSnapshot of an earlier leadership is counted. */
export const staleSnapshotAck: Cause = {
  name: 'stale-snapshot-ack',
  title: 'An answer to InstallSnapshot of an earlier leadership is counted',
  harmless: true,
  explains: ['match-monotonic'],
  story:
    'The answer to a snapshot arrives when the same server leads again, in a newer term, and ' +
    'is counted there. braft and sofa-jraft have corrected it. In this core it does no harm: ' +
    'the answer vouches only for what the snapshot and the commits of the follower cover, and ' +
    'that is never lost again. With answers that vouch for more it is a lost entry (Raft ' +
    'Figure 2).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
