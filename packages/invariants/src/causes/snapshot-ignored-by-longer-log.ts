import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'divergence-unhealed',
    confidence: 0.3,
    why: 'a snapshot may have been left aside as the log was longer',
  },
];

/** A snapshot is ignored where the log is longer. */
export const snapshotIgnoredByLongerLog: Cause = {
  name: 'snapshot-ignored-by-longer-log',
  title: 'A snapshot is ignored where the log is longer',
  harmless: false,
  explains: ['divergence-unhealed', 'state-machine-safety'],
  story:
    "The follower's log is long, but what is in it is of an older leader. The snapshot seems " +
    'to bring nothing new, is left aside, and answered as if it had been installed. The ' +
    'entries in conflict stay, and all that follows is refused (Raft Figure 13).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
