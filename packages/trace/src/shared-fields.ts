/** What tells of an RPC or of the reply to one: the fields of Raft Figures 2 and 13. */
export const messageFields = {
  id: { type: 'text', doc: 'unique in the trace: ties a receipt to its sending' },
  kind: { type: 'kind', doc: 'which RPC, or the reply to which', required: true },
  from: { type: 'text', doc: 'the sender', required: true },
  to: { type: 'text', doc: 'the receiver', required: true },
  rpcTerm: { type: 'integer', doc: "the RPC's own term; the envelope's term stays the node's" },
  candidateId: { type: 'text', doc: 'RequestVote: who asks' },
  lastLogIndex: { type: 'integer', doc: "RequestVote: index of the candidate's last entry" },
  lastLogTerm: { type: 'integer', doc: "RequestVote: term of the candidate's last entry" },
  voteGranted: { type: 'flag', doc: 'RequestVoteResponse: true when the candidate got the vote' },
  prevLogIndex: { type: 'integer', doc: 'AppendEntries: index before the new entries' },
  prevLogTerm: { type: 'integer', doc: 'AppendEntries: term of the entry at prevLogIndex' },
  entries: { type: 'entries', doc: 'AppendEntries: the entries, none for a heartbeat' },
  leaderCommit: { type: 'integer', doc: "AppendEntries: the leader's commitIndex" },
  success: { type: 'flag', doc: 'AppendEntriesResponse: prevLogIndex and prevLogTerm matched' },
  matchIndex: { type: 'integer', doc: 'AppendEntriesResponse: last index known to match' },
  conflictIndex: { type: 'integer', doc: 'AppendEntriesResponse: where to retry (Raft §5.3)' },
  conflictTerm: { type: 'integer', doc: 'AppendEntriesResponse: term at the conflict' },
  lastIncludedIndex: { type: 'integer', doc: 'InstallSnapshot: last index that it replaces' },
  lastIncludedTerm: { type: 'integer', doc: 'InstallSnapshot: term of lastIncludedIndex' },
  round: {
    type: 'integer',
    doc: 'AppendEntries and its answer: the round of heartbeats that reads wait for (thesis §6.4)',
  },
  askedAt: {
    type: 'number',
    doc: "AppendEntriesResponse: when the request left by the leader's clock (thesis §6.4.1)",
  },
  bytes: { type: 'integer', doc: 'size of the RPC on the wire' },
  cause: { type: 'text', doc: 'why it was dropped, duplicated or ignored' },
} as const;

/** What tells of a configuration (Raft §6). */
export const configFields = {
  index: { type: 'integer', doc: 'log index of the configuration entry' },
  voters: { type: 'texts', doc: 'the voting servers', required: true },
  votersOutgoing: { type: 'texts', doc: 'joint consensus: voters of C_old (Raft §6)' },
  learners: { type: 'texts', doc: 'servers that receive entries and do not vote' },
} as const;

/** What tells of a fault that a test harness makes. */
export const faultFields = {
  fault: {
    type: 'text',
    doc: 'partition, crash, pause, drop, delay, duplicate, reorder, clock-skew, disk',
    required: true,
  },
  nodes: { type: 'texts', doc: 'the servers it is about; for a partition, those cut off' },
  links: { type: 'links', doc: 'the directed links it is about' },
} as const;

/** What tells of a snapshot (Raft §7). */
export const snapshotFields = {
  index: { type: 'integer', doc: 'last index in the snapshot', required: true },
  snapshotTerm: { type: 'integer', doc: 'term of that index' },
  bytes: { type: 'integer', doc: 'size of the snapshot' },
  peer: { type: 'text', doc: 'the other server' },
  voters: { type: 'texts', doc: 'the configuration in the snapshot (Raft §7)' },
  votersOutgoing: { type: 'texts', doc: 'joint consensus: voters of C_old (Raft §6)' },
  learners: { type: 'texts', doc: 'servers that receive entries and do not vote' },
} as const;

/** What tells of a test. */
export const testFields = {
  test: { type: 'text', doc: 'name of the test', required: true },
  message: { type: 'text', doc: "the test's own words" },
} as const;
