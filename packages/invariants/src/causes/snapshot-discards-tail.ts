import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { shorterLeader } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'leader-completeness',
    when: shorterLeader,
    confidence: 0.2,
    why: 'the new leader had lost the end of its log: a snapshot may have deleted it',
  },
];

/** A snapshot deletes the entries behind it as well. */
export const snapshotDiscardsTail: Cause = {
  name: 'snapshot-discards-tail',
  title: 'A snapshot deletes the entries behind it as well',
  harmless: false,
  explains: ['leader-completeness', 'state-machine-safety'],
  story:
    'The follower has acknowledged entries behind the snapshot when a late InstallSnapshot ' +
    'arrives, and clears its log. The leader has counted those entries. If the log agrees ' +
    'with the end of the snapshot, what follows is kept (Raft Figure 13).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
