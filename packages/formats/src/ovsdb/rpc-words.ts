import type { MessageKind, TraceEvent } from '@raftlens/trace';
import type { BareEvent } from '../bare-event.ts';
import type { CensusTaker } from '../census.ts';
import { known } from '../known.ts';
import { linePattern } from '../line-pattern.ts';
import { unnamed } from '../line-reader.ts';
import { raftNumber } from '../raft-number.ts';
import { ovsdbParts } from './ovsdb-parts.ts';
import { type RaftWords, self } from './raft-words.ts';
import type { ServerState } from './server-state.ts';

/** An RPC that is sent or received: `raft.c:1670 -->be6b vote_reply: term=3 vote=be6b`. */
const rpcLine = linePattern(
  ovsdbParts,
  String.raw`(?:[\w.]{1,40}:\d{1,7} )?<way><sid> <rpc>(?: "[^"]{0,200}")?: `,
);

/** How any server is called that has not said yet who it is: several are, at the same time. */
const nobody = '0000';

const kinds: ReadonlyMap<string, MessageKind> = new Map([
  ['vote_request', 'RequestVote'],
  ['vote_reply', 'RequestVoteResponse'],
  ['append_request', 'AppendEntries'],
  ['append_reply', 'AppendEntriesResponse'],
  ['install_snapshot_request', 'InstallSnapshot'],
  ['install_snapshot_reply', 'InstallSnapshotResponse'],
  ['become_leader', 'TimeoutNow'],
]);

/** Only a leader sends these. */
const leading: ReadonlySet<string> = new Set(['append_request', 'install_snapshot_request']);

/** Whether it answers what only the leader of this very term can have sent. */
function isToLeader(kind: MessageKind, fields: ReadonlyMap<string, string>): boolean {
  if (kind === 'InstallSnapshotResponse') return true;
  return kind === 'AppendEntriesResponse' && fields.get('result') === '"OK"';
}

type Sent = Extract<TraceEvent, { readonly event: 'message.sent' }>;

/** Reads an RPC as `raft:dbg` logs it; undefined for other words, and for RPCs beside Raft. */
export function tellRpc(
  state: ServerState,
  words: string,
  census: CensusTaker,
): RaftWords | undefined {
  const match = rpcLine.exec(words);
  if (match === null) return undefined;
  const [head, way, printed = '', name = ''] = match;
  const kind = kinds.get(name);
  if (kind === undefined) return undefined;
  const fields = fieldsOf(words.slice(head.length));
  const rpcTerm = raftNumber(fields.get('term'));
  const isOfLeader = way === '-->' ? isToLeader(kind, fields) : leading.has(name);
  const leader = isOfLeader && rpcTerm === state.leader?.term ? state.leader?.id : undefined;
  const peer = printed === nobody ? (leader ?? nobody) : printed;
  if (peer !== nobody) census.belongs(peer);
  const learned = learnTerm(state, {
    rpcTerm,
    leads: way === '-->' && leading.has(name),
    sent: way === '-->',
  });
  const own = state.id ?? unnamed;
  const ends = way === '-->' ? { from: own, to: peer } : { from: peer, to: own };
  const vote = kind === 'RequestVoteResponse' ? (fields.get('vote') ?? '') : undefined;
  const message = {
    ...(way === '-->' && state.role !== undefined ? { role: state.role } : {}),
    kind,
    ...ends,
    rpcTerm,
    ...contentOf(kind, ends.from, fields),
    ...(vote === undefined || ends.to === unnamed ? {} : { voteGranted: vote === ends.to }),
  };
  const event: BareEvent =
    way === '-->'
      ? { event: 'message.sent', ...self(state), ...message }
      : { event: 'message.received', ...self(state), ...message };
  const meaning = meaningOf(state, event, { rpcTerm, vote, peer, sent: way === '-->' });
  if (peer !== nobody) return [...learned, ...meaning, event];
  const ofItself = [...learned, ...meaning];
  return ofItself.length === 0 ? 'an RPC of a server that has not said who it is' : ofItself;
}

interface Shown {
  readonly rpcTerm: number | undefined;
  readonly leads: boolean;
  readonly sent: boolean;
}

/**
 * A server sends what is of its own term, and takes over a higher one that it receives. Where the
 * line that told of the change is lost, its role is not known any more, unless the RPC shows it.
 */
function learnTerm(state: ServerState, { rpcTerm, leads, sent }: Shown): readonly BareEvent[] {
  if (rpcTerm === undefined) return [];
  if (rpcTerm > (state.term ?? -1)) {
    state.term = sent ? rpcTerm : undefined;
    state.role = undefined;
  }
  if (!leads || state.role === 'leader') return [];
  state.role = 'leader';
  const { term } = state;
  return [
    { event: 'role.changed', ...self(state), ...known({ term }), role: 'leader', to: 'leader' },
  ];
}

function fieldsOf(text: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const part of text.split(' ')) {
    const equals = part.indexOf('=');
    if (equals > 0) fields.set(part.slice(0, equals), part.slice(equals + 1));
  }
  return fields;
}

function contentOf(
  kind: MessageKind,
  from: string,
  fields: ReadonlyMap<string, string>,
): Partial<Sent> {
  const number = (name: string): number | undefined => raftNumber(fields.get(name));
  switch (kind) {
    case 'RequestVote':
      return {
        candidateId: from,
        lastLogIndex: number('last_log_index'),
        lastLogTerm: number('last_log_term'),
      };
    case 'AppendEntries':
      return {
        prevLogIndex: number('prev_log_index'),
        prevLogTerm: number('prev_log_term'),
        leaderCommit: number('leader_commit'),
      };
    case 'AppendEntriesResponse':
      return { success: fields.get('result') === '"OK"' };
    case 'InstallSnapshotResponse':
      return {
        lastIncludedIndex: number('last_index'),
        lastIncludedTerm: number('last_term'),
      };
    default:
      return {};
  }
}

interface Exchange {
  readonly rpcTerm: number | undefined;
  /** Whom the sender of a vote_reply voted for. */
  readonly vote: string | undefined;
  readonly peer: string;
  readonly sent: boolean;
}

/** What else the RPC shows: an election begun, a vote given, a vote received. */
function meaningOf(
  state: ServerState,
  event: BareEvent,
  { rpcTerm, vote, peer, sent }: Exchange,
): readonly BareEvent[] {
  if (rpcTerm === undefined) return [];
  if (vote !== undefined && vote !== '') {
    if (sent) return voted(state, rpcTerm, vote);
    if (state.id === undefined || peer === nobody) return [];
    const granted = vote === state.id;
    return [{ event: 'vote.received', ...self(state), from: peer, granted, rpcTerm }];
  }
  const asks = event.event === 'message.sent' && event.kind === 'RequestVote';
  if (!asks || state.campaign === rpcTerm) return [];
  state.campaign = rpcTerm;
  // Its vote for itself may be told by an id that no line says is its own.
  if (state.id === undefined) return [];
  const { lastLogIndex, lastLogTerm } = event;
  const end = { lastLogIndex, lastLogTerm };
  return [{ event: 'election.started', ...self(state), term: rpcTerm, role: 'candidate', ...end }];
}

/** A vote_reply goes to every server: the same vote again is no other vote. */
function voted(state: ServerState, term: number, candidate: string): readonly BareEvent[] {
  // It stood in this term, so the vote that it tells of is its own, and that is who it is.
  if (state.id === undefined && state.campaign === term) state.id = candidate;
  if (state.voted?.term === term && state.voted.candidate === candidate) return [];
  state.voted = { term, candidate };
  return [{ event: 'vote.granted', ...self(state), term, candidate }];
}
