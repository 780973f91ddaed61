import {
  type Core,
  defaultSettings,
  type Entry,
  type Message,
  type Observer,
  type Server,
  type Settings,
} from '@raftlens/core';
import { createDisk, type Disk, readDisk, writeDisk } from '../disk.ts';
import { cloneServer } from './clone-server.ts';
import type { Applied } from './history.ts';

/** A server, its storage, and the last vote that it gave away: plain data that nobody changes. */
export interface Machine {
  readonly server: Server;
  readonly disk: Disk;
  /** Who got its vote in its current term, as its messages say; it may have forgotten. */
  readonly vote: Vote | undefined;
}

/** A vote that left its server. */
export interface Vote {
  readonly term: number;
  readonly candidate: string;
}

/** What every machine of a cluster is made with. */
export interface Rig {
  readonly core: Core;
  readonly ids: readonly string[];
  readonly observe?: Observer | undefined;
  readonly clockBaseMs?: number | undefined;
  readonly run?: string | undefined;
}

/** What can happen to one machine. */
export type Input =
  | { readonly kind: 'deliver'; readonly message: Message }
  | { readonly kind: 'election-timeout' }
  | { readonly kind: 'heartbeat' }
  | { readonly kind: 'propose'; readonly command: string }
  | { readonly kind: 'restart'; readonly incarnation: number };

/** What came of it. */
export interface Step {
  readonly machine: Machine;
  /** It began a new life. */
  readonly restarted: boolean;
  readonly sent: readonly Message[];
  readonly applied: Applied;
  /** The candidate that got this server's vote in the same term before another did. */
  readonly doubleVote: Vote | undefined;
}

/**
 * Timers are decisions here, so that each is as short as can be: whenever one fires, it was due.
 * Pre-vote and check-quorum look at the clock, and stay off.
 */
const settings: Settings = {
  ...defaultSettings,
  electionTimeoutMs: [1, 1],
  heartbeatIntervalMs: 1,
  checkQuorum: false,
  preVote: false,
  leaderStickiness: false,
};

/** A machine that never ran, started at `now`, ms. */
export function startMachine(rig: Rig, id: string, now: number): Machine {
  const disk = createDisk();
  return { server: boot(rig, id, disk, 0, 0, now), disk, vote: undefined };
}

/** Has a copy of the machine go through `input` at `now`, ms, and does what the server wants. */
export function step(rig: Rig, before: Machine, input: Input, now: number): Step {
  const disk: Disk = { ...before.disk, entries: before.disk.entries.slice() };
  const { id, seq } = before.server;
  const server =
    input.kind === 'restart'
      ? boot(rig, id, disk, input.incarnation, seq, now)
      : cloneServer(before.server);
  act(rig.core, server, input, now);
  const sent: Message[] = [];
  const entries: Entry[] = [];
  let from = 0;
  for (;;) {
    const effects = rig.core.takeEffects(server);
    const { write, messages, committed } = effects;
    if (write === undefined && messages.length === 0 && committed.length === 0) break;
    if (write !== undefined) {
      writeDisk(disk, write);
      rig.core.persisted(server, write, now);
    }
    sent.push(...messages);
    if (entries.length === 0) from = effects.committedFrom;
    entries.push(...committed);
  }
  const { vote, doubleVote } = voteAfter(before.vote, sent, server.currentTerm);
  const machine = { server, disk, vote };
  const restarted = input.kind === 'restart';
  return { machine, restarted, sent, applied: { entries, from }, doubleVote };
}

function boot(
  rig: Rig,
  id: string,
  disk: Disk,
  incarnation: number,
  seq: number,
  now: number,
): Server {
  return rig.core.createServer(
    {
      id,
      voters: rig.ids,
      settings,
      random: () => 0,
      observer: rig.observe,
      clockBaseMs: rig.clockBaseMs,
      run: rig.run,
      incarnation,
      stored: readDisk(disk, seq),
    },
    now,
  );
}

function act(core: Core, server: Server, input: Input, now: number): void {
  switch (input.kind) {
    case 'deliver':
      core.receive(server, input.message, now);
      break;
    case 'propose':
      core.propose(server, input.command, input.command, now);
      break;
    case 'election-timeout':
      putOffTimers(server, now);
      server.electionDeadline = now;
      core.tick(server, now);
      break;
    case 'heartbeat':
      putOffTimers(server, now);
      server.heartbeatDeadline = now;
      core.tick(server, now);
      break;
    case 'restart':
      break;
  }
}

/** Only the timer that was chosen fires; the others may well be due, but nobody has looked. */
function putOffTimers(server: Server, now: number): void {
  if (Number.isFinite(server.electionDeadline)) server.electionDeadline = now + 1;
  if (Number.isFinite(server.heartbeatDeadline)) server.heartbeatDeadline = now + 1;
}

/** A vote is what is said to others; older terms are forgotten, where nobody can vote any more. */
function voteAfter(
  before: Vote | undefined,
  sent: readonly Message[],
  currentTerm: number,
): { readonly vote: Vote | undefined; readonly doubleVote: Vote | undefined } {
  let vote = before;
  for (const message of sent) {
    const given = voteIn(message);
    if (given === undefined || (vote !== undefined && given.term < vote.term)) continue;
    if (vote?.term === given.term && vote.candidate !== given.candidate) {
      return { vote: given, doubleVote: vote };
    }
    vote = given;
  }
  const isPast = vote !== undefined && vote.term < currentTerm;
  return { vote: isPast ? undefined : vote, doubleVote: undefined };
}

function voteIn(message: Message): Vote | undefined {
  if (message.kind === 'RequestVote') return { term: message.term, candidate: message.from };
  if (message.kind !== 'RequestVoteResponse' || !message.voteGranted) return undefined;
  return { term: message.requestTerm, candidate: message.to };
}
