import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'divergence-unhealed',
    confidence: 0.3,
    why: 'a follower stays behind',
  },
  {
    rule: 'commit-stall',
    confidence: 0.3,
    why: 'entries wait',
  },
];

/** A lost snapshot stops all traffic to a follower. */
export const lostSnapshotPauses: Cause = {
  name: 'lost-snapshot-pauses',
  title: 'A lost snapshot stops all traffic to a follower',
  harmless: false,
  explains: ['commit-stall', 'divergence-unhealed'],
  story:
    'While a snapshot is under way nothing else is sent to the follower. The message is lost, ' +
    'nobody answers, and the follower stays behind for ever. Every pause of the flow needs an ' +
    'end of its own (thesis §10.2.1; Raft §5.3 asks to retry indefinitely). It shows only ' +
    'with flow control.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
