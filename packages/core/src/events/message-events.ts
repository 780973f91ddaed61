import { type EventOf, eventNumber, firstMessageSlot, kindNumber } from '@raftlens/trace';
import type {
  AppendEntries,
  AppendEntriesResponse,
  InstallSnapshot,
  InstallSnapshotResponse,
  Message,
  PreVote,
  PreVoteResponse,
  ReadIndex,
  ReadIndexResponse,
  RequestVote,
  RequestVoteResponse,
  TimeoutNow,
} from '../message.ts';
import type { Server } from '../server.ts';
import { entryIds } from './entry-ids.ts';
import { eventTime, isTold, nextSeq } from './envelope.ts';
import { holdsReceipt, noteReceipt, noteSending, repeatsAtSending } from './heartbeat-routine.ts';
import { tellAppendAccepted } from './log-events.ts';

type MessageEvent = EventOf<'message.sent'> | EventOf<'message.received'>;
type Passage = MessageEvent['event'];

const { 'message.sent': messageSent, 'message.received': messageReceived } = eventNumber;
const sentSlots = firstMessageSlot('message.sent');
const receivedSlots = firstMessageSlot('message.received');

/** Tells that a message leaves. */
export function tellSent(server: Server, message: Message): void {
  server.watch?.sent(server, message);
  if (server.observer === undefined) return;
  if (repeatsAtSending(server, message)) return;
  if (!isTold(server, messageSent, isOutOfPlace(server, message))) return;
  const news = server.routine?.news ?? 0;
  const slot = sentSlots + kindNumber(message.kind);
  server.observer?.(describe(server, 'message.sent', message), slot);
  noteSending(server, message, news);
}

/** Tells that a message arrived, before anything is done about it. */
export function tellReceived(server: Server, message: Message): void {
  server.watch?.received(server, message);
  if (server.observer === undefined) return;
  if (holdsReceipt(server, message)) return;
  if (!isTold(server, messageReceived, bringsNews(server, message))) return;
  tellArrival(server, message);
}

/** Tells what was held back, as of a server that is still what its last event said. */
export function tellHeld(server: Server): void {
  const { routine, currentTerm, role } = server;
  const held = routine?.held;
  if (routine === undefined || held === undefined) return;
  const { accepted } = routine;
  routine.held = undefined;
  routine.accepted = false;
  server.currentTerm = server.toldTerm;
  server.role = server.toldRole ?? role;
  tellArrival(server, held);
  if (accepted && held.kind === 'AppendEntries')
    tellAppendAccepted(server, held, held.prevLogIndex);
  server.currentTerm = currentTerm;
  server.role = role;
}

function tellArrival(server: Server, message: Message): void {
  const news = server.routine?.news ?? 0;
  const slot = receivedSlots + kindNumber(message.kind);
  server.observer?.(describe(server, 'message.received', message), slot);
  noteReceipt(server, message, news);
}

/** A leader's message from a server that leads no more. */
function isOutOfPlace({ role }: Server, { kind }: Message): boolean {
  return role !== 'leader' && (kind === 'AppendEntries' || kind === 'InstallSnapshot');
}

/** A newer term, or a vote. */
function bringsNews({ currentTerm }: Server, message: Message): boolean {
  if (message.term > currentTerm) return true;
  return message.kind === 'RequestVoteResponse' && message.voteGranted;
}

/** Names a message uniquely in a trace: sender, its incarnation, its number there. */
export function messageId(message: Message): string {
  return `${message.from}.${message.inc}.${message.serial}`;
}

// One literal for each kind, none of them spread from a common part: messages are most of a trace,
// and a literal whose fields are all known is made several times faster.
function describe(server: Server, event: Passage, message: Message): MessageEvent {
  switch (message.kind) {
    case 'RequestVote':
    case 'PreVote':
      return requestVote(server, event, message);
    case 'RequestVoteResponse':
    case 'PreVoteResponse':
      return requestVoteResponse(server, event, message);
    case 'AppendEntries':
      return appendEntries(server, event, message);
    case 'AppendEntriesResponse':
      return appendEntriesResponse(server, event, message);
    case 'InstallSnapshot':
      return installSnapshot(server, event, message);
    case 'InstallSnapshotResponse':
      return installSnapshotResponse(server, event, message);
    case 'TimeoutNow':
    case 'ReadIndex':
    case 'ReadIndexResponse':
      return headerOnly(server, event, message);
  }
}

function requestVote(server: Server, event: Passage, message: RequestVote | PreVote): MessageEvent {
  return {
    event,
    time: eventTime(server),
    node: server.id,
    seq: nextSeq(server),
    inc: server.incarnation,
    term: server.currentTerm,
    role: server.role,
    group: server.group,
    run: server.run,
    id: messageId(message),
    kind: message.kind,
    from: message.from,
    to: message.to,
    rpcTerm: message.term,
    candidateId: message.from,
    lastLogIndex: message.lastLogIndex,
    lastLogTerm: message.lastLogTerm,
  };
}

function requestVoteResponse(
  server: Server,
  event: Passage,
  message: RequestVoteResponse | PreVoteResponse,
): MessageEvent {
  return {
    event,
    time: eventTime(server),
    node: server.id,
    seq: nextSeq(server),
    inc: server.incarnation,
    term: server.currentTerm,
    role: server.role,
    group: server.group,
    run: server.run,
    id: messageId(message),
    kind: message.kind,
    from: message.from,
    to: message.to,
    rpcTerm: message.term,
    voteGranted: message.voteGranted,
  };
}

function appendEntries(server: Server, event: Passage, message: AppendEntries): MessageEvent {
  return {
    event,
    time: eventTime(server),
    node: server.id,
    seq: nextSeq(server),
    inc: server.incarnation,
    term: server.currentTerm,
    role: server.role,
    group: server.group,
    run: server.run,
    id: messageId(message),
    kind: message.kind,
    from: message.from,
    to: message.to,
    rpcTerm: message.term,
    prevLogIndex: message.prevLogIndex,
    prevLogTerm: message.prevLogTerm,
    entries: entryIds(message.entries),
    leaderCommit: message.leaderCommit,
    round: roundOf(message),
  };
}

function appendEntriesResponse(
  server: Server,
  event: Passage,
  message: AppendEntriesResponse,
): MessageEvent {
  return {
    event,
    time: eventTime(server),
    node: server.id,
    seq: nextSeq(server),
    inc: server.incarnation,
    term: server.currentTerm,
    role: server.role,
    group: server.group,
    run: server.run,
    id: messageId(message),
    kind: message.kind,
    from: message.from,
    to: message.to,
    rpcTerm: message.term,
    success: message.success,
    matchIndex: message.matchIndex,
    conflictIndex: message.conflictIndex,
    conflictTerm: message.conflictTerm,
    round: roundOf(message),
    askedAt: askedAt(server, message),
  };
}

/** Where no read was ever asked for there is no round to speak of. */
function roundOf({ round }: { readonly round: number }): number | undefined {
  return round === 0 ? undefined : round;
}

/** Only a lease needs it (thesis §6.4.1). */
function askedAt(server: Server, { sentAt }: AppendEntriesResponse): number | undefined {
  return server.settings.leaseDriftMs === undefined ? undefined : server.clockBaseMs + sentAt;
}

function installSnapshot(server: Server, event: Passage, message: InstallSnapshot): MessageEvent {
  return {
    event,
    time: eventTime(server),
    node: server.id,
    seq: nextSeq(server),
    inc: server.incarnation,
    term: server.currentTerm,
    role: server.role,
    group: server.group,
    run: server.run,
    id: messageId(message),
    kind: message.kind,
    from: message.from,
    to: message.to,
    rpcTerm: message.term,
    lastIncludedIndex: message.snapshot.index,
    lastIncludedTerm: message.snapshot.term,
    bytes: message.snapshot.bytes,
  };
}

function installSnapshotResponse(
  server: Server,
  event: Passage,
  message: InstallSnapshotResponse,
): MessageEvent {
  return {
    event,
    time: eventTime(server),
    node: server.id,
    seq: nextSeq(server),
    inc: server.incarnation,
    term: server.currentTerm,
    role: server.role,
    group: server.group,
    run: server.run,
    id: messageId(message),
    kind: message.kind,
    from: message.from,
    to: message.to,
    rpcTerm: message.term,
    matchIndex: message.matchIndex,
  };
}

function headerOnly(
  server: Server,
  event: Passage,
  message: TimeoutNow | ReadIndex | ReadIndexResponse,
): MessageEvent {
  return {
    event,
    time: eventTime(server),
    node: server.id,
    seq: nextSeq(server),
    inc: server.incarnation,
    term: server.currentTerm,
    role: server.role,
    group: server.group,
    run: server.run,
    id: messageId(message),
    kind: message.kind,
    from: message.from,
    to: message.to,
    rpcTerm: message.term,
  };
}
