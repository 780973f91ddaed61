import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { beginsWithSnapshot } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'apply-order',
    when: beginsWithSnapshot,
    confidence: 0.85,
    why: 'a snapshot took the state back behind what was applied',
  },
  { rule: 'commit-monotonic', confidence: 0.3, why: 'a snapshot may have taken commitIndex back' },
];

/** A snapshot older than the state is installed. */
export const oldSnapshotInstalled: Cause = {
  name: 'old-snapshot-installed',
  title: 'A snapshot older than the state is installed',
  harmless: false,
  explains: ['apply-order', 'state-machine-safety', 'commit-monotonic'],
  story:
    'An InstallSnapshot is repeated or overtaken and comes when the follower is further ' +
    'already. Installing it takes the state machine back, and entries that were applied are ' +
    'applied again. A snapshot that is no news must be ignored (Raft §7). openraft and many ' +
    'students installed it.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
