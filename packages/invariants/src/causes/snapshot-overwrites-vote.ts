import type { Cause } from '../cause.ts';

/** Writing a snapshot wipes the vote from the disk. */
export const snapshotOverwritesVote: Cause = {
  name: 'snapshot-overwrites-vote',
  title: 'Writing a snapshot wipes the vote from the disk',
  harmless: false,
  explains: [],
  story:
    'The file with the snapshot replaces the one with term and vote, and the vote is not in it. ' +
    'A server that restarts in the same term votes again, and two candidates may win. Snapshot ' +
    'and persistent state are written as one, or each keeps what the other holds (Raft Figure ' +
    '2, §7).',
  explain: () => undefined,
};
