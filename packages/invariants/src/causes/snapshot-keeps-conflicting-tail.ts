import type { Cause } from '../cause.ts';

/** A snapshot leaves entries behind it that conflict. */
export const snapshotKeepsConflictingTail: Cause = {
  name: 'snapshot-keeps-conflicting-tail',
  title: 'A snapshot leaves entries behind it that conflict',
  harmless: false,
  explains: ['log-matching', 'state-machine-safety'],
  story:
    'A follower with a long suffix of an old leader receives a snapshot and keeps what stands ' +
    "behind it. Those entries never followed the snapshot in any leader's log. Only a log " +
    'that has the last entry of the snapshot may keep its tail (Raft Figure 13).',
  explain: () => undefined,
};
