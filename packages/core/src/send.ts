import { votingMembers } from './configuration.ts';
import type { Entry } from './entry.ts';
import { tellSent } from './events/message-events.ts';
import { tellSnapshotSent } from './events/snapshot-events.ts';
import { giveUpSnapshot, isPaused, noteAppendSent, noteSnapshotSent } from './flow-control.ts';
import { lastIndex, lastTerm, slice, termAt } from './log.ts';
import type {
  AppendEntries,
  AppendEntriesResponse,
  InstallSnapshot,
  Message,
  PreVote,
  ReadIndexResponse,
  RequestVote,
} from './message.ts';
import type { Progress } from './progress.ts';
import type { Server } from './server.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Asks every other voter for its vote (Raft §5.2), or whether it would give it (thesis §9.6);
 * `transfer` says that the leader wants it so (thesis §3.10).
 */
export function requestVotes(
  server: Server,
  kind: 'RequestVote' | 'PreVote',
  transfer: boolean,
): void {
  for (const peer of votingMembers(server.configuration)) {
    if (peer === server.id) continue;
    post(server, {
      kind,
      from: server.id,
      to: peer,
      term: server.currentTerm,
      serial: nextSerial(server),
      inc: server.incarnation,
      lastLogIndex: lastIndex(server.log),
      lastLogTerm: lastTerm(server.log),
      transfer,
    });
  }
}

/** Tells the next leader to campaign (thesis §3.10). */
export function sendTimeoutNow(server: Server, target: string): void {
  post(server, {
    kind: 'TimeoutNow',
    from: server.id,
    to: target,
    term: server.currentTerm,
    serial: nextSerial(server),
    inc: server.incarnation,
  });
}

/** Answers a vote request. */
export function answerVote(server: Server, request: RequestVote, voteGranted: boolean): void {
  post(server, {
    kind: 'RequestVoteResponse',
    from: server.id,
    to: request.from,
    term: server.currentTerm,
    serial: nextSerial(server),
    inc: server.incarnation,
    requestTerm: request.term,
    voteGranted,
  });
}

/** Answers a pre-vote request. */
export function answerPreVote(server: Server, request: PreVote, voteGranted: boolean): void {
  post(server, {
    kind: 'PreVoteResponse',
    from: server.id,
    to: request.from,
    term: server.currentTerm,
    serial: nextSerial(server),
    inc: server.incarnation,
    requestTerm: request.term,
    voteGranted,
  });
}

/** Speaks to every follower: what each still lacks, or a heartbeat (Raft §5.2, §5.3). */
export function broadcastAppend(server: Server): void {
  for (const progress of server.progress) {
    giveUpSnapshot(server, progress);
    if (isPaused(server, progress)) sendHeartbeat(server, progress);
    else sendAppend(server, progress);
  }
}

/**
 * Sends new entries to every follower that may get more now; the others ask with their answers. Who
 * was sent all of them meanwhile gets nothing, unless nothing is known of it yet.
 */
export function broadcastEntries(server: Server): void {
  const last = lastIndex(server.log);
  for (const progress of server.progress) {
    if (progress.nextIndex <= last || progress.matchIndex === 0) sendAppend(server, progress);
  }
}

/**
 * Sends one follower what it lacks and may get now, or a heartbeat; one message, or a full pipe.
 */
export function sendAppend(server: Server, progress: Progress): void {
  if (isPaused(server, progress)) return;
  sendNext(server, progress);
  if (server.settings.maxInflightAppends === undefined) return;
  while (progress.nextIndex <= lastIndex(server.log) && !isPaused(server, progress)) {
    sendNext(server, progress);
  }
}

/**
 * Sends one follower the entries from its nextIndex on, none of them for a heartbeat. nextIndex
 * moves on at once, so that the next send does not repeat what is under way (thesis §10.2.1); a
 * rejection takes it back.
 */
function sendNext(server: Server, progress: Progress): void {
  const prevLogIndex = progress.nextIndex - 1;
  if (server.snapshot !== undefined && prevLogIndex < server.log.baseIndex) {
    sendSnapshot(server, progress, server.snapshot);
    return;
  }
  const entries = slice(server.log, progress.nextIndex, server.settings.maxEntriesPerAppend);
  postAppend(server, progress.peer, prevLogIndex, entries);
  if (noteAppendSent(server, progress, entries.length, prevLogIndex + entries.length)) {
    progress.nextIndex += entries.length;
  }
}

/** Speaks to a follower that gets no entries now; its answer shows what became of those before. */
function sendHeartbeat(server: Server, progress: Progress): void {
  // Where a snapshot is under way, all that is known to agree is the beginning.
  postAppend(server, progress.peer, progress.flow === 'snapshot' ? 0 : progress.nextIndex - 1, []);
}

function postAppend(
  server: Server,
  to: string,
  prevLogIndex: number,
  entries: readonly Entry[],
): void {
  post(server, {
    kind: 'AppendEntries',
    from: server.id,
    to,
    term: server.currentTerm,
    serial: nextSerial(server),
    inc: server.incarnation,
    prevLogIndex,
    prevLogTerm: termAt(server.log, prevLogIndex) ?? 0,
    entries,
    leaderCommit: server.commitIndex,
    round: server.readRound,
    sentAt: server.now,
  });
}

/** Sends a follower that is too far behind the snapshot; what follows it comes next (Raft §7). */
function sendSnapshot(server: Server, progress: Progress, snapshot: Snapshot): void {
  tellSnapshotSent(server, snapshot, progress.peer);
  post(server, {
    kind: 'InstallSnapshot',
    from: server.id,
    to: progress.peer,
    term: server.currentTerm,
    serial: nextSerial(server),
    inc: server.incarnation,
    snapshot,
  });
  progress.nextIndex = snapshot.index + 1;
  noteSnapshotSent(server, progress);
}

/** Answers InstallSnapshot. */
export function answerSnapshot(server: Server, request: InstallSnapshot, matchIndex: number): void {
  post(server, {
    kind: 'InstallSnapshotResponse',
    from: server.id,
    to: request.from,
    term: server.currentTerm,
    serial: nextSerial(server),
    inc: server.incarnation,
    requestTerm: request.term,
    matchIndex,
  });
}

/** What an answer to AppendEntries says beyond its header. */
export type AppendAnswer = Pick<
  AppendEntriesResponse,
  'success' | 'matchIndex' | 'conflictIndex' | 'conflictTerm'
>;

/** Answers AppendEntries. */
export function answerAppend(
  server: Server,
  request: Pick<AppendEntries, 'from' | 'term' | 'prevLogIndex' | 'round' | 'sentAt'>,
  answer: AppendAnswer,
): void {
  post(server, {
    kind: 'AppendEntriesResponse',
    from: server.id,
    to: request.from,
    term: server.currentTerm,
    serial: nextSerial(server),
    inc: server.incarnation,
    requestTerm: request.term,
    prevLogIndex: request.prevLogIndex,
    success: answer.success,
    matchIndex: answer.matchIndex,
    conflictIndex: answer.conflictIndex,
    conflictTerm: answer.conflictTerm,
    round: request.round,
    sentAt: request.sentAt,
  });
}

/** Asks the leader how far this server has to be for a read (thesis §6.4); returns its name. */
export function sendReadIndex(server: Server, leader: string): string {
  const serial = nextSerial(server);
  const context = `${server.incarnation}.${serial}`;
  post(server, {
    kind: 'ReadIndex',
    from: server.id,
    to: leader,
    term: server.currentTerm,
    serial,
    inc: server.incarnation,
    context,
  });
  return context;
}

/** Answers ReadIndex. */
export function answerRead(
  server: Server,
  to: string,
  answer: Pick<ReadIndexResponse, 'context' | 'success' | 'readIndex'>,
): void {
  post(server, {
    kind: 'ReadIndexResponse',
    from: server.id,
    to,
    term: server.currentTerm,
    serial: nextSerial(server),
    inc: server.incarnation,
    context: answer.context,
    success: answer.success,
    readIndex: answer.readIndex,
  });
}

function nextSerial(server: Server): number {
  server.serial += 1;
  return server.serial;
}

function post(server: Server, message: Message): void {
  // Most are alone: a list that begins with one takes no more room than that.
  if (server.outbox.length === 0) server.outbox = [message];
  else server.outbox.push(message);
  tellSent(server, message);
}
