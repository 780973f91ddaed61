import {
  configFields,
  faultFields,
  messageFields,
  snapshotFields,
  testFields,
} from './shared-fields.ts';

const roleCauses: string = listed([
  'election-timeout',
  'won-election',
  'higher-term',
  'leader-discovered',
  'quorum-lost',
  'transfer',
  'removed',
  'restart',
]);

const testFacts: string = listed([
  'leaders-in-term',
  'no-leader',
  'unexpected-leader',
  'terms-disagree',
  'values-disagree',
  'applied-out-of-order',
  'no-agreement',
  'term-changed',
  'committed-without-majority',
  'rpc-budget',
  'log-too-large',
  'too-long',
  'other',
]);

/**
 * The vocabulary of `raft-trace/1`: every event and every field beyond the envelope.
 *
 * The TypeScript union, the decoder's checks, the JSON Schema and the reference page all come
 * from this one table. It is public API: names are never removed or given another meaning.
 */
export const catalogue = {
  'trace.started': {
    doc: 'First line of a trace: who wrote it and under which settings.',
    fields: {
      schema: { type: 'text', doc: 'raft-trace/1', required: true },
      producer: { type: 'text', doc: 'program and version' },
      nodes: { type: 'texts', doc: 'every server of the cluster' },
      config: { type: 'settings', doc: 'timeouts in ms, preVote, checkQuorum' },
      clock: { type: 'text', doc: 'virtual or wall' },
      seed: { type: 'text', doc: 'decides everything in a simulated run' },
      scenario: { type: 'text', doc: 'what was run' },
    },
  },
  'node.started': {
    doc: 'A server starts or restarts with what its storage held (Raft §5.1).',
    fields: {
      votedFor: { type: 'text', doc: 'the vote of the current term, if any' },
      commitIndex: { type: 'integer', doc: 'commitIndex at start' },
      lastLogIndex: { type: 'integer', doc: 'index of the last entry' },
      lastLogTerm: { type: 'integer', doc: 'term of the last entry' },
      snapshotIndex: { type: 'integer', doc: 'last index in the snapshot' },
      snapshotTerm: { type: 'integer', doc: 'term of that index' },
      voters: { type: 'texts', doc: 'the configuration in force' },
      votersOutgoing: { type: 'texts', doc: 'joint consensus: voters of C_old (Raft §6)' },
      learners: { type: 'texts', doc: 'servers that do not vote' },
    },
  },
  'node.stopped': {
    doc: 'A server stops on purpose.',
    fields: { cause: { type: 'text', doc: 'why' } },
  },
  'node.crashed': {
    doc: 'A server loses everything that was not durable.',
    fields: { cause: { type: 'text', doc: 'why' } },
  },
  'timer.started': {
    doc: 'A timer is set or reset (Raft §5.2).',
    fields: {
      timer: { type: 'text', doc: 'election, heartbeat, quorum-check, lease', required: true },
      timeoutMs: { type: 'number', doc: 'when it would expire, ms from now' },
      cause: { type: 'text', doc: 'append accepted, vote granted, election started, ...' },
    },
  },
  'timer.expired': {
    doc: 'A timer fires.',
    fields: {
      timer: { type: 'text', doc: 'election, heartbeat, quorum-check, lease', required: true },
      elapsedMs: { type: 'number', doc: 'ms since it was started' },
    },
  },
  'term.changed': {
    doc: 'currentTerm moves (Raft §5.1).',
    fields: {
      from: { type: 'integer', doc: 'the term before' },
      to: { type: 'integer', doc: 'the term after', required: true },
      cause: { type: 'text', doc: 'election, or the kind of RPC that showed the newer term' },
      source: { type: 'text', doc: 'the peer that showed it' },
    },
  },
  'role.changed': {
    doc: 'A server changes role (Raft Figure 4).',
    fields: {
      from: { type: 'role', doc: 'the role before' },
      to: { type: 'role', doc: 'the role after', required: true },
      cause: { type: 'text', doc: roleCauses as string },
    },
  },
  'leader.recognized': {
    doc: 'A server learns who leads its term.',
    fields: { leader: { type: 'text', doc: 'the leader', required: true } },
  },
  'election.started': {
    doc: 'A server asks for votes (Raft §5.2).',
    fields: {
      preVote: { type: 'flag', doc: 'true for a pre-vote, which moves no term (thesis §9.6)' },
      lastLogIndex: { type: 'integer', doc: 'index of its last entry' },
      lastLogTerm: { type: 'integer', doc: 'term of its last entry' },
      voters: { type: 'texts', doc: 'whom it asks, itself included' },
    },
  },
  'vote.granted': {
    doc: 'At the voter: a candidate gets the vote of this term (Raft §5.2, §5.4.1).',
    fields: {
      candidate: { type: 'text', doc: 'who got it', required: true },
      preVote: { type: 'flag', doc: 'true for a pre-vote, which binds nobody' },
      candidateLastLogIndex: { type: 'integer', doc: "index of the candidate's last entry" },
      candidateLastLogTerm: { type: 'integer', doc: "term of the candidate's last entry" },
      lastLogIndex: { type: 'integer', doc: "index of the voter's last entry" },
      lastLogTerm: { type: 'integer', doc: "term of the voter's last entry" },
    },
  },
  'vote.denied': {
    doc: 'At the voter: a candidate is refused.',
    fields: {
      candidate: { type: 'text', doc: 'who was refused', required: true },
      preVote: { type: 'flag', doc: 'true for a pre-vote' },
      candidateLastLogIndex: { type: 'integer', doc: "index of the candidate's last entry" },
      candidateLastLogTerm: { type: 'integer', doc: "term of the candidate's last entry" },
      lastLogIndex: { type: 'integer', doc: "index of the voter's last entry" },
      lastLogTerm: { type: 'integer', doc: "term of the voter's last entry" },
      cause: { type: 'text', doc: 'stale-term, already-voted, log-behind, leader-alive' },
    },
  },
  'vote.received': {
    doc: 'At the candidate: a reply is counted.',
    fields: {
      from: { type: 'text', doc: 'the voter', required: true },
      granted: { type: 'flag', doc: 'the answer', required: true },
      preVote: { type: 'flag', doc: 'true for a pre-vote' },
      rpcTerm: { type: 'integer', doc: 'the term that the vote was asked for in' },
      votes: { type: 'integer', doc: 'votes counted so far, its own included' },
      needed: { type: 'integer', doc: 'votes that win' },
    },
  },
  'message.sent': {
    doc: 'An RPC or reply leaves its sender.',
    fields: messageFields as typeof messageFields,
  },
  'message.received': {
    doc: 'An RPC or reply reaches its receiver.',
    fields: messageFields as typeof messageFields,
  },
  'message.dropped': {
    doc: 'The network loses a message.',
    fields: messageFields as typeof messageFields,
  },
  'message.duplicated': {
    doc: 'The network delivers a message again.',
    fields: messageFields as typeof messageFields,
  },
  'entry.proposed': {
    doc: 'A client command enters the leader (Raft §5.3).',
    fields: {
      index: { type: 'integer', doc: 'where it will stand', required: true },
      entryTerm: { type: 'integer', doc: 'its term' },
      hash: { type: 'text', doc: 'its command' },
    },
  },
  'append.accepted': {
    doc: 'At the follower: AppendEntries matched.',
    fields: {
      leader: { type: 'text', doc: 'the sender' },
      prevLogIndex: { type: 'integer', doc: 'index before the new entries' },
      prevLogTerm: { type: 'integer', doc: 'its term' },
      entries: { type: 'integer', doc: 'how many entries came' },
      lastNewIndex: { type: 'integer', doc: 'index of the last of them' },
    },
  },
  'append.rejected': {
    doc: 'At the follower: AppendEntries did not match, or was stale.',
    fields: {
      leader: { type: 'text', doc: 'the sender' },
      prevLogIndex: { type: 'integer', doc: 'index before the new entries' },
      prevLogTerm: { type: 'integer', doc: 'its term' },
      entries: { type: 'integer', doc: 'how many entries came' },
      cause: { type: 'text', doc: 'stale-term, log-too-short, term-mismatch' },
      conflictIndex: { type: 'integer', doc: 'hint: where to retry' },
      conflictTerm: { type: 'integer', doc: 'hint: term at the conflict' },
    },
  },
  'log.appended': {
    doc: 'Entries enter the log.',
    fields: {
      firstIndex: { type: 'integer', doc: 'index of the first of them', required: true },
      entries: { type: 'entries', doc: 'their terms and hashes', required: true },
    },
  },
  'log.truncated': {
    doc: 'A conflicting suffix is deleted (Raft §5.3).',
    fields: {
      fromIndex: { type: 'integer', doc: 'first index that is deleted', required: true },
      lastIndex: { type: 'integer', doc: 'last index that was deleted' },
    },
  },
  'state.persisted': {
    doc: 'What became durable (Raft Figure 2).',
    fields: {
      currentTerm: { type: 'integer', doc: 'durable term' },
      votedFor: { type: 'text', doc: 'durable vote; absent for none' },
      lastLogIndex: { type: 'integer', doc: 'durable last index' },
    },
  },
  'progress.updated': {
    doc: 'At the leader: what it knows of a peer moves.',
    fields: {
      peer: { type: 'text', doc: 'the follower', required: true },
      matchIndex: { type: 'integer', doc: 'highest index known replicated' },
      nextIndex: { type: 'integer', doc: 'next index to send' },
      cause: { type: 'text', doc: 'accepted, rejected, won-election, snapshot' },
    },
  },
  'commit.advanced': {
    doc: 'commitIndex moves (Raft §5.3, §5.4.2).',
    fields: {
      from: { type: 'integer', doc: 'commitIndex before' },
      to: { type: 'integer', doc: 'commitIndex after', required: true },
      entryTerm: { type: 'integer', doc: 'term of the entry at the new commitIndex' },
      acks: { type: 'texts', doc: 'at the leader: the servers that hold it' },
    },
  },
  'entry.applied': {
    doc: 'An entry reaches the state machine.',
    fields: {
      index: { type: 'integer', doc: 'its index', required: true },
      entryTerm: { type: 'integer', doc: 'its term' },
      hash: { type: 'text', doc: 'its command' },
      client: { type: 'text', doc: 'the client that sent it' },
      clientSeq: { type: 'integer', doc: "the client's number for it" },
    },
  },
  'command.executed': {
    doc: "The state machine executes a client's command, which it does once (thesis §6.3).",
    fields: {
      index: { type: 'integer', doc: 'log index of the entry that it came with', required: true },
      client: { type: 'text', doc: 'the client that sent it', required: true },
      clientSeq: { type: 'integer', doc: "the client's number for it", required: true },
    },
  },
  'snapshot.taken': {
    doc: 'The log is compacted (Raft §7).',
    fields: snapshotFields as typeof snapshotFields,
  },
  'snapshot.sent': {
    doc: 'A snapshot is sent to a follower.',
    fields: snapshotFields as typeof snapshotFields,
  },
  'snapshot.installed': {
    doc: 'A snapshot replaces state or log.',
    fields: snapshotFields as typeof snapshotFields,
  },
  'config.proposed': {
    doc: 'A membership change is asked for.',
    fields: configFields as typeof configFields,
  },
  'config.appended': {
    doc: 'A configuration enters the log, and holds.',
    fields: configFields as typeof configFields,
  },
  'config.committed': {
    doc: 'A configuration is committed.',
    fields: configFields as typeof configFields,
  },
  'config.applied': {
    doc: 'A configuration takes effect in the host.',
    fields: configFields as typeof configFields,
  },
  'transfer.started': {
    doc: 'Leadership is handed over (thesis §3.10).',
    fields: {
      target: { type: 'text', doc: 'the next leader', required: true },
      cause: { type: 'text', doc: 'why' },
    },
  },
  'transfer.finished': {
    doc: 'A transfer ends.',
    fields: {
      target: { type: 'text', doc: 'the next leader', required: true },
      cause: { type: 'text', doc: 'done, timeout, target-behind' },
    },
  },
  'read.started': {
    doc: 'A read-only request arrives (thesis §6.4).',
    fields: {
      mode: { type: 'text', doc: 'read-index or lease', required: true },
      readIndex: { type: 'integer', doc: 'commitIndex that the read waits for' },
      client: { type: 'text', doc: 'who asked' },
    },
  },
  'read.served': {
    doc: 'A read-only request is answered.',
    fields: {
      mode: { type: 'text', doc: 'read-index or lease', required: true },
      readIndex: { type: 'integer', doc: 'commitIndex that the read waited for' },
      client: { type: 'text', doc: 'who asked' },
    },
  },
  'client.invoked': {
    doc: 'A client begins an operation.',
    fields: {
      client: { type: 'text', doc: 'who', required: true },
      op: { type: 'text', doc: 'put, get, append, ...', required: true },
      key: { type: 'text', doc: 'on what' },
      value: { type: 'text', doc: 'with what' },
    },
  },
  'client.returned': {
    doc: 'A client has its answer.',
    fields: {
      client: { type: 'text', doc: 'who', required: true },
      op: { type: 'text', doc: 'put, get, append, ...', required: true },
      key: { type: 'text', doc: 'on what' },
      value: { type: 'text', doc: 'what came back' },
      ok: { type: 'flag', doc: 'false when the outcome is not known' },
      index: { type: 'integer', doc: 'log index of its command, where the answer says it' },
      entryTerm: { type: 'integer', doc: 'term of that entry' },
      hash: { type: 'text', doc: 'its command' },
    },
  },
  'lock.waiting': {
    doc: 'A thread waits for a lock.',
    fields: {
      lock: { type: 'text', doc: 'its name', required: true },
      thread: { type: 'text', doc: 'the thread' },
    },
  },
  'lock.acquired': {
    doc: 'A thread has a lock.',
    fields: {
      lock: { type: 'text', doc: 'its name', required: true },
      thread: { type: 'text', doc: 'the thread' },
    },
  },
  'lock.released': {
    doc: 'A thread gives a lock back.',
    fields: {
      lock: { type: 'text', doc: 'its name', required: true },
      thread: { type: 'text', doc: 'the thread' },
      heldMs: { type: 'number', doc: 'how long it was held' },
    },
  },
  'fault.injected': {
    doc: 'The harness breaks something.',
    fields: faultFields as typeof faultFields,
  },
  'fault.cleared': {
    doc: 'The harness mends something.',
    fields: faultFields as typeof faultFields,
  },
  'test.started': {
    doc: 'A test begins, with a cluster of its own.',
    fields: testFields as typeof testFields,
  },
  'test.observed': {
    doc: 'The test harness asked the servers and says what it saw.',
    fields: {
      fact: { type: 'text', doc: testFacts as string, required: true },
      ofTerm: { type: 'integer', doc: 'the term that it speaks of' },
      index: { type: 'integer', doc: 'the log index that it speaks of' },
      count: { type: 'integer', doc: 'how many it saw' },
      nodes: { type: 'texts', doc: 'the servers that it names' },
      message: { type: 'text', doc: "the harness's own words" },
    },
  },
  'test.passed': { doc: 'A test passed.', fields: testFields as typeof testFields },
  'test.failed': { doc: 'A test failed.', fields: testFields as typeof testFields },
} as const;

function listed(names: readonly string[]): string {
  return names.join(', ');
}
