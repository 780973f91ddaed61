import type { EventOf } from '@raftlens/trace';

/** A message of etcd's raft as its state trace shows it. */
export interface EtcdMessage {
  readonly type: string;
  readonly term: number;
  readonly from: string;
  readonly to: string;
  readonly entries: number;
  readonly logTerm: number;
  readonly index: number;
  readonly commit: number;
  readonly vote: string;
  readonly reject: boolean;
  readonly rejectHint: number;
}

/** The message kinds of etcd's raft for those of ours that its state trace knows. */
const messageTypes: Readonly<Record<string, string>> = {
  RequestVote: 'MsgVote',
  RequestVoteResponse: 'MsgVoteResp',
  AppendEntries: 'MsgApp',
  AppendEntriesResponse: 'MsgAppResp',
  InstallSnapshot: 'MsgSnap',
  InstallSnapshotResponse: 'MsgAppResp',
};

/** How etcd's state trace names what is sent or received, by the type of the message. */
export const exchangeNames: Readonly<Record<string, string>> = {
  MsgVote: 'RequestVoteRequest',
  MsgVoteResp: 'RequestVoteResponse',
  MsgApp: 'AppendEntriesRequest',
  MsgAppResp: 'AppendEntriesResponse',
  MsgSnap: 'AppendEntriesRequest',
};

/** What a message of ours is there; undefined where its state trace has no such message. */
export function etcdMessage(
  event: EventOf<'message.sent' | 'message.received'>,
  idOf: (node: string) => string,
): EtcdMessage | undefined {
  const type = messageTypes[event.kind];
  if (type === undefined) return undefined;
  const index = event.prevLogIndex ?? event.lastLogIndex ?? event.matchIndex ?? 0;
  const entries = event.entries?.length ?? 0;
  return {
    type,
    term: event.rpcTerm ?? 0,
    from: idOf(event.from),
    to: idOf(event.to),
    entries: type === 'MsgSnap' ? (event.lastIncludedIndex ?? 0) : entries,
    logTerm: event.prevLogTerm ?? event.lastLogTerm ?? 0,
    index,
    // It tells no more than what the receiver will have.
    commit: Math.min(event.leaderCommit ?? 0, index + entries),
    vote: '0',
    reject: event.success === false || event.voteGranted === false,
    rejectHint: event.success === false ? (event.conflictIndex ?? 0) : 0,
  };
}

/** What etcd's raft says to itself in place of counting itself at once. */
export function messageToItself(
  type: 'MsgVoteResp' | 'MsgAppResp',
  id: string,
  { term, index }: { readonly term: number; readonly index: number },
): EtcdMessage {
  return {
    ...{ type, term, from: id, to: id, entries: 0, logTerm: 0, index, commit: 0 },
    ...{ vote: '0', reject: false, rejectHint: 0 },
  };
}
