import type { MessageKind } from '@raftlens/trace';

const kinds: Readonly<Record<string, MessageKind>> = {
  MsgVote: 'RequestVote',
  MsgVoteResp: 'RequestVoteResponse',
  MsgPreVote: 'PreVote',
  MsgPreVoteResp: 'PreVoteResponse',
  MsgApp: 'AppendEntries',
  MsgAppResp: 'AppendEntriesResponse',
  MsgHeartbeat: 'AppendEntries',
  MsgHeartbeatResp: 'AppendEntriesResponse',
  MsgSnap: 'InstallSnapshot',
  MsgTimeoutNow: 'TimeoutNow',
  MsgReadIndex: 'ReadIndex',
  MsgReadIndexResp: 'ReadIndexResponse',
};

/** The RPC that a message of etcd's raft is; a heartbeat is an AppendEntries without entries. */
export function messageKind(name: string): MessageKind {
  return Object.hasOwn(kinds, name) ? (kinds[name] ?? 'Other') : 'Other';
}
