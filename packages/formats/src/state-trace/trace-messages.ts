import type { EventOf, MessageKind } from '@raftlens/trace';
import type { BareEvent } from '../bare-event.ts';
import { messageKind } from '../etcd/message-kinds.ts';
import type { JsonFields } from '../json-fields.ts';
import type { TraceEntry } from './trace-entry.ts';
import type { TracedServer } from './traced-server.ts';

/** The kinds of the lines that tell of hashicorp/raft; etcd's own are `MsgVote` and so on. */
const kinds: Readonly<Record<string, MessageKind>> = {
  RequestVoteRequest: 'RequestVote',
  RequestVoteResponse: 'RequestVoteResponse',
  RequestPreVoteRequest: 'PreVote',
  RequestPreVoteResponse: 'PreVoteResponse',
  AppendEntriesRequest: 'AppendEntries',
  AppendEntriesResponse: 'AppendEntriesResponse',
  InstallSnapshotRequest: 'InstallSnapshot',
  InstallSnapshotResponse: 'InstallSnapshotResponse',
  TimeoutNowRequest: 'TimeoutNow',
};

type Said = Omit<EventOf<'message.sent'>, 'event' | 'time' | 'node' | 'kind' | 'from' | 'to'>;

/** What a line tells of the message that it is about, and of what the message brings. */
export function tellMessage(server: TracedServer, entry: TraceEntry): readonly BareEvent[] {
  const { name, message } = entry;
  const from = message?.text('from');
  const to = message?.text('to');
  // What a server says to itself is that its own disk is done.
  if (message === undefined || !from || !to || from === to) return [];
  const type = message.text('type') ?? '';
  const kind = Object.hasOwn(kinds, type) ? (kinds[type] ?? 'Other') : messageKind(type);
  const sent = from === entry.node;
  const event = sent ? 'message.sent' : 'message.received';
  if (!/^(?:Send|Receive|Handle)/.test(name)) return [];
  const said = type.startsWith('Msg') ? saidByEtcd(type, message) : saidByHashicorp(kind, message);
  const rpcTerm = message.integer('term');
  const told = { event, ...self(server, entry), kind, from, to, rpcTerm, ...said } as const;
  const more = { server, entry, from, to, kind, message, rpcTerm, said };
  return [defined(told), ...tellVote(more), ...tellLog(more)];
}

/** Who speaks, and in which term and role. */
export function self(
  { node, inc }: TracedServer,
  { term, role }: TraceEntry,
): Pick<EventOf<'message.sent'>, 'inc' | 'term' | 'role'> & { readonly node: string } {
  return { node, inc, term, ...(role === undefined ? {} : { role }) };
}

/** Without the members that are undefined. */
export function defined<Event extends BareEvent>(event: Event): Event {
  const members = Object.entries(event).filter(([, value]) => value !== undefined);
  return Object.fromEntries(members) as Event;
}

function saidByEtcd(type: string, message: JsonFields): Said {
  const index = message.integer('index');
  const logTerm = message.integer('logTerm');
  const rejects = message.flag('reject');
  const none = message.integer('entries') === 0 ? { entries: [] } : {};
  switch (type) {
    case 'MsgVote':
    case 'MsgPreVote':
      return { candidateId: message.text('from'), lastLogIndex: index, lastLogTerm: logTerm };
    case 'MsgVoteResp':
    case 'MsgPreVoteResp':
      return rejects === undefined ? {} : { voteGranted: !rejects };
    case 'MsgApp':
      return {
        ...{ prevLogIndex: index, prevLogTerm: logTerm, ...none },
        leaderCommit: message.integer('commit'),
      };
    case 'MsgHeartbeat':
      return { ...none, leaderCommit: message.integer('commit') };
    case 'MsgAppResp':
      if (rejects === true) {
        return { success: false, conflictIndex: message.integer('rejectHint') };
      }
      // Index 0 also answers a leader of an older term, which only the term is to reach.
      return index === undefined || index === 0 ? {} : { success: true, matchIndex: index };
    case 'MsgSnap':
      return { lastIncludedIndex: message.integer('entries') };
    default:
      return {};
  }
}

function saidByHashicorp(kind: MessageKind, message: JsonFields): Said {
  const none = message.integer('entries') === 0 ? { entries: [] } : {};
  switch (kind) {
    case 'RequestVote':
    case 'PreVote':
      return {
        candidateId: message.text('from'),
        lastLogIndex: message.integer('lastLogIndex'),
        lastLogTerm: message.integer('lastLogTerm'),
      };
    case 'RequestVoteResponse':
    case 'PreVoteResponse':
      return { voteGranted: message.flag('voteGranted') };
    case 'AppendEntries':
      return {
        prevLogIndex: message.integer('prevLogIndex'),
        prevLogTerm: message.integer('prevLogTerm'),
        ...none,
        leaderCommit: message.integer('commitIndex'),
      };
    case 'AppendEntriesResponse':
      return { success: message.flag('success'), matchIndex: message.integer('matchIndex') };
    default:
      return {};
  }
}

interface Exchange {
  readonly server: TracedServer;
  readonly entry: TraceEntry;
  readonly from: string;
  readonly to: string;
  readonly kind: MessageKind;
  readonly message: JsonFields;
  readonly rpcTerm: number | undefined;
  readonly said: Said;
}

function tellVote({
  server,
  entry,
  from,
  to,
  kind,
  message,
  rpcTerm,
  said,
}: Exchange): readonly BareEvent[] {
  const preVote = kind.startsWith('PreVote');
  const asks = kind === 'RequestVote' || kind === 'PreVote';
  if (asks && to === entry.node) {
    const asked = {
      term: rpcTerm,
      candidateLastLogIndex: said.lastLogIndex,
      candidateLastLogTerm: said.lastLogTerm,
    };
    server.requests.set(from, asked);
    // hashicorp's line is written when the answer is known, and says it.
    const answer = message.flag('voteGranted');
    return answer === undefined ? [] : [voted(server, entry, from, rpcTerm, answer, preVote)];
  }
  if (kind !== 'RequestVoteResponse' && kind !== 'PreVoteResponse') return [];
  const granted = said.voteGranted;
  if (granted === undefined) return [];
  if (from === entry.node) return [voted(server, entry, to, rpcTerm, granted, preVote)];
  // Counted only while it is asked for; a refusal shows the voter's own term.
  const counts = entry.role === 'candidate' && rpcTerm === entry.term;
  if (kind !== 'RequestVoteResponse' || !counts) return [];
  const received = { event: 'vote.received', ...self(server, entry), from, granted } as const;
  return [granted ? { ...received, rpcTerm: entry.term } : received];
}

function voted(
  server: TracedServer,
  entry: TraceEntry,
  candidate: string,
  askedIn: number | undefined,
  granted: boolean,
  preVote: boolean,
): BareEvent {
  const asked = server.requests.get(candidate);
  const matches = asked !== undefined && (!granted || asked.term === askedIn);
  const logs = {
    candidateLastLogIndex: matches ? asked.candidateLastLogIndex : undefined,
    candidateLastLogTerm: matches ? asked.candidateLastLogTerm : undefined,
    lastLogIndex: entry.lastLogIndex,
    lastLogTerm: entry.lastLogTerm,
  };
  const vote = { ...self(server, entry), candidate, ...(preVote ? { preVote } : {}), ...logs };
  if (!granted) return defined({ event: 'vote.denied', ...vote });
  // A vote is of the term that it was asked for in; a pre-vote is of none.
  const term = preVote ? entry.term : (askedIn ?? entry.term);
  return defined({ event: 'vote.granted', ...vote, term });
}

function tellLog({ server, entry, from, to, kind, message, said }: Exchange): readonly BareEvent[] {
  const me = self(server, entry);
  const sent = from === entry.node;
  if (kind === 'InstallSnapshot' && sent && said.lastIncludedIndex !== undefined) {
    return [{ event: 'snapshot.sent', ...me, index: said.lastIncludedIndex, peer: to }];
  }
  if (kind === 'AppendEntriesResponse' && sent && said.success === false) {
    const conflictIndex = said.conflictIndex;
    const prevLogIndex = message.integer('index');
    return [defined({ event: 'append.rejected', ...me, leader: to, prevLogIndex, conflictIndex })];
  }
  // hashicorp's line again, with the answer.
  const success = kind === 'AppendEntries' && !sent ? message.flag('success') : undefined;
  if (success === undefined) return [];
  const { prevLogIndex, prevLogTerm } = said;
  const told = { ...me, leader: from, prevLogIndex, prevLogTerm };
  if (!success) return [defined({ event: 'append.rejected', ...told })];
  return [defined({ event: 'append.accepted', ...told, entries: message.integer('entries') })];
}
