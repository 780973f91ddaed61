/**
 * The RPCs of Raft and their replies, as `message.*` events name them (Raft Figures 2 and 13,
 * thesis §3.10, §6.4, §9.6).
 */
export const messageKinds = [
  'RequestVote',
  'RequestVoteResponse',
  'PreVote',
  'PreVoteResponse',
  'AppendEntries',
  'AppendEntriesResponse',
  'InstallSnapshot',
  'InstallSnapshotResponse',
  'TimeoutNow',
  'ReadIndex',
  'ReadIndexResponse',
  'Other',
] as const;

/** One of {@link messageKinds}. */
export type MessageKind = (typeof messageKinds)[number];
