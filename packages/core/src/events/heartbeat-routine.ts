import { type Attention, eventNumber, needsAll } from '@raftlens/trace';
import type { AppendEntries, AppendEntriesResponse, Message, RequestVote } from '../message.ts';
import type { Server } from '../server.ts';

/**
 * Follows which heartbeats say nothing new, so that an observer that pays attention need not hear
 * of them: the same was told before between these two servers, with its answer, and this server has
 * told of nothing else since. Receipts are held back until the end of the step: when anything else
 * comes of one it is told after all, and first. A request for votes is told once for all servers.
 */
export interface HeartbeatRoutine {
  /** Number of the last event that was about something else. */
  news: number;
  /** Leaders: the last exchange told with each peer. */
  readonly led: Map<string, Exchange>;
  /** Candidates: the request for votes that was told last, and the news that it was. */
  campaign: { readonly request: RequestVote; readonly news: number } | undefined;
  /** Followers: the last exchange told with the leader. */
  followed: Exchange | undefined;
  /** Followers: the request at work, whose receipt was told. */
  request: AppendEntries | undefined;
  /** A receipt that is held back, and whether its acceptance is too. */
  held: AppendEntries | AppendEntriesResponse | undefined;
  accepted: boolean;
  /** Tells what is held back. */
  readonly release: (server: Server) => void;
}

/** A heartbeat that was told, its sender or receiver, and whether its success was told too. */
interface Exchange {
  readonly peer: string;
  readonly term: number;
  readonly prevLogIndex: number;
  readonly prevLogTerm: number;
  readonly leaderCommit: number;
  news: number;
  answered: boolean;
}

const {
  'message.sent': messageSent,
  'message.received': messageReceived,
  'append.accepted': appendAccepted,
} = eventNumber;

/** Knows of no heartbeat yet. */
export function createHeartbeatRoutine(release: (server: Server) => void): HeartbeatRoutine {
  return {
    news: 0,
    led: new Map(),
    campaign: undefined,
    followed: undefined,
    request: undefined,
    held: undefined,
    accepted: false,
    release,
  };
}

/** Whether the message that leaves need not be told: it repeats what was told last. */
export function repeatsAtSending(server: Server, message: Message): boolean {
  const { routine, observer } = server;
  const attention = observer?.attention;
  if (routine === undefined || attention === undefined) return false;
  if (message.kind === 'AppendEntriesResponse') return answersHeld(server, message, attention);
  if (message.kind === 'RequestVote') return asksOneMore(server, message, attention);
  if (message.kind !== 'AppendEntries' || needsAll(attention, messageSent, server.id)) return false;
  if (!isAsTold(server) || !isHeartbeat(server, message)) return false;
  const last = routine.led.get(message.to);
  if (last === undefined || last.news !== routine.news || !says(last, message)) return false;
  leaveOut(attention, messageSent);
  return true;
}

/** Takes in a message whose sending was told, where `news` was the last news before. */
export function noteSending(server: Server, message: Message, news: number): void {
  const { routine } = server;
  if (routine === undefined) return;
  if (message.kind === 'AppendEntriesResponse') noteAnswer(server, routine, message);
  if (message.kind === 'RequestVote') routine.campaign = { request: message, news: routine.news };
  if (message.kind !== 'AppendEntries' || !isHeartbeat(server, message)) return;
  routine.news = news;
  const last = routine.led.get(message.to);
  if (last?.news === news && says(last, message)) return;
  routine.led.set(message.to, exchangeOf(message, message.to, news));
}

/** Whether the receipt need not be told, at least not yet. */
export function holdsReceipt(server: Server, message: Message): boolean {
  const { routine, observer } = server;
  const attention = observer?.attention;
  if (routine === undefined || attention === undefined) return false;
  if (needsAll(attention, messageReceived, server.id) || !isAsTold(server)) return false;
  if (message.kind === 'AppendEntriesResponse') {
    const last = routine.led.get(message.from);
    if (last === undefined || !last.answered || last.news !== routine.news) return false;
    if (!confirms(server, last, message)) return false;
  } else if (message.kind === 'AppendEntries') {
    if (
      needsAll(attention, appendAccepted, server.id) ||
      needsAll(attention, messageSent, server.id)
    )
      return false;
    const last = routine.followed;
    if (last?.peer !== message.from || last.news !== routine.news) return false;
    if (message.entries.length > 0 || message.round !== 0 || !says(last, message)) return false;
    if (server.role === 'leader' || message.term !== server.currentTerm) return false;
  } else return false;
  routine.held = message;
  return true;
}

/** Takes in a message whose receipt was told, where `news` was the last news before. */
export function noteReceipt(server: Server, message: Message, news: number): void {
  const { routine } = server;
  if (routine === undefined) return;
  routine.request = message.kind === 'AppendEntries' ? message : undefined;
  if (message.kind !== 'AppendEntriesResponse') return;
  const last = routine.led.get(message.from);
  if (last?.news !== news || !confirms(server, last, message)) return;
  last.answered = true;
  routine.news = news;
}

/** Whether the acceptance belongs to a request that is held back, and is held back with it. */
export function holdsAcceptance(
  { routine }: Server,
  request: AppendEntries,
  lastNewIndex: number,
): boolean {
  if (routine?.held !== request || routine.accepted) return false;
  if (lastNewIndex !== request.prevLogIndex) return false;
  routine.accepted = true;
  return true;
}

/** A step is over: of an answer that was held back nothing came, so that it told nothing new. */
export function endStep(server: Server): void {
  const { routine, observer } = server;
  if (routine?.held === undefined) return;
  if (routine.held.kind === 'AppendEntries') {
    routine.release(server);
    return;
  }
  routine.held = undefined;
  if (observer?.attention !== undefined) leaveOut(observer.attention, messageReceived);
}

/** The same request for a vote went to another server just before. */
function asksOneMore(server: Server, request: RequestVote, attention: Attention): boolean {
  const { routine } = server;
  const last = routine?.campaign;
  if (last === undefined || last.news !== routine?.news) return false;
  const { term, lastLogIndex, lastLogTerm, transfer } = last.request;
  if (term !== request.term || transfer !== request.transfer) return false;
  if (lastLogIndex !== request.lastLogIndex || lastLogTerm !== request.lastLogTerm) return false;
  if (!isAsTold(server) || needsAll(attention, messageSent, server.id)) return false;
  leaveOut(attention, messageSent);
  return true;
}

/** What a leader of this term sends to those who lack nothing that it knows of. */
function isHeartbeat({ role, currentTerm }: Server, message: AppendEntries): boolean {
  const { entries, round, term } = message;
  return role === 'leader' && term === currentTerm && entries.length === 0 && round === 0;
}

/** The server is what its last event said. */
function isAsTold({ currentTerm, toldTerm, role, toldRole }: Server): boolean {
  return currentTerm === toldTerm && role === toldRole;
}

function leaveOut({ leftOut }: Attention, event: number): void {
  leftOut[event] = (leftOut[event] ?? 0) + 1;
}

function exchangeOf(message: AppendEntries, peer: string, news: number): Exchange {
  const { term, prevLogIndex, prevLogTerm, leaderCommit } = message;
  return { peer, term, prevLogIndex, prevLogTerm, leaderCommit, news, answered: false };
}

function says(last: Exchange, message: AppendEntries): boolean {
  return (
    last.term === message.term &&
    last.prevLogIndex === message.prevLogIndex &&
    last.prevLogTerm === message.prevLogTerm &&
    last.leaderCommit === message.leaderCommit
  );
}

/** The answer to a heartbeat of this leader in this term: its follower holds what comes before. */
function confirms(server: Server, last: Exchange, answer: AppendEntriesResponse): boolean {
  const { currentTerm, role } = server;
  if (role !== 'leader' || answer.term !== currentTerm || last.term !== currentTerm) return false;
  return answer.requestTerm === currentTerm && isPlain(server, answer, last.prevLogIndex);
}

/** Success up to this index, and nothing else in it. */
function isPlain({ settings }: Server, answer: AppendEntriesResponse, match: number): boolean {
  if (!answer.success || answer.matchIndex !== match || answer.round !== 0) return false;
  if (answer.conflictIndex !== 0 || answer.conflictTerm !== 0) return false;
  return settings.leaseDriftMs === undefined;
}

/** Whether this is what was answered last too, to the same request; then neither is told. */
function answersHeld(server: Server, answer: AppendEntriesResponse, attention: Attention): boolean {
  const { routine } = server;
  const request = routine?.held;
  if (routine === undefined || request?.kind !== 'AppendEntries' || !routine.accepted) return false;
  if (!isAsTold(server) || !answers(server, answer, request)) return false;
  routine.held = undefined;
  routine.accepted = false;
  leaveOut(attention, messageReceived);
  leaveOut(attention, appendAccepted);
  leaveOut(attention, messageSent);
  return true;
}

function answers(
  server: Server,
  answer: AppendEntriesResponse,
  { from, term, prevLogIndex }: AppendEntries,
): boolean {
  if (answer.to !== from || answer.requestTerm !== term) return false;
  return answer.term === server.currentTerm && isPlain(server, answer, prevLogIndex);
}

/** An answer was told: the heartbeat that it belongs to is the one to compare the next with. */
function noteAnswer(
  server: Server,
  routine: HeartbeatRoutine,
  answer: AppendEntriesResponse,
): void {
  const { request } = routine;
  routine.request = undefined;
  routine.followed = undefined;
  if (request === undefined || request.entries.length > 0 || request.round !== 0) return;
  if (request.term !== server.currentTerm || !answers(server, answer, request)) return;
  routine.followed = exchangeOf(request, request.from, routine.news);
}
