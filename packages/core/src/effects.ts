import { leaveJoint } from './change-membership.ts';
import { isJoint, isVoter } from './configuration.ts';
import { pendingConfiguration } from './configurations.ts';
import { serveApplied } from './end-reads.ts';
import type { Entry } from './entry.ts';
import { lastIndex, slice } from './log.ts';
import type { Message } from './message.ts';
import type { EndedRead } from './reads.ts';
import { broadcastAppend, broadcastEntries } from './send.ts';
import type { Server } from './server.ts';
import type { Snapshot } from './snapshot.ts';
import { becomeFollower } from './transitions.ts';

/** What has to be durable before any message of the same effects leaves (Raft Figure 2). */
export interface DurableWrite {
  readonly currentTerm: number;
  readonly votedFor: string | undefined;
  /** Entries to write at `fromIndex`; whatever storage holds from there on is replaced. */
  readonly fromIndex: number;
  readonly entries: readonly Entry[];
  /** A snapshot that takes the place of all entries up to its index, if there is a new one. */
  readonly snapshot: Snapshot | undefined;
  /** Last index of the log once written. */
  readonly lastLogIndex: number;
}

/**
 * What a server wants done after an input, in this order: make `write` durable and report it with
 * `persisted`, send `messages`, give `restored` and then `committed` to the state machine, answer
 * `reads`.
 */
export interface Effects {
  readonly write: DurableWrite | undefined;
  readonly messages: readonly Message[];
  readonly committed: readonly Entry[];
  /** A snapshot that came from the leader: the state machine starts again from it, then goes on. */
  readonly restored: Snapshot | undefined;
  /** Index of the first of `committed`. */
  readonly committedFrom: number;
  /** Reads that can be answered once `committed` is applied, and those that failed. */
  readonly reads: readonly EndedRead[];
}

const none: readonly never[] = [];

/** Nothing is wanted, as after most ticks: one value for all of them. */
const nothing: Effects = {
  write: undefined,
  messages: none,
  committed: none,
  restored: undefined,
  committedFrom: 0,
  reads: none,
};

/** Hands over what the server wants done, once. */
export function takeEffects(server: Server): Effects {
  if (server.configurationCommitted) actOnConfiguration(server);
  if (server.readDue || server.appendDue) speak(server);
  if (server.forwardedReads.length > 0) serveApplied(server);
  const write = takeWrite(server);
  if (write === undefined && isIdle(server)) return nothing;
  const messages: readonly Message[] = server.outbox.length === 0 ? none : server.outbox;
  const committed: readonly Entry[] = server.committed.length === 0 ? none : server.committed;
  if (messages !== none) server.outbox = [];
  if (committed !== none) server.committed = [];
  const committedFrom = server.lastApplied - committed.length + 1;
  const reads: readonly EndedRead[] = server.endedReads.length === 0 ? none : server.endedReads;
  if (reads !== none) server.endedReads = [];
  const { restored } = server;
  server.restored = undefined;
  return { write, messages, committed, restored, committedFrom, reads };
}

function isIdle({ outbox, committed, endedReads, restored }: Server): boolean {
  if (outbox.length > 0 || committed.length > 0) return false;
  return endedReads.length === 0 && restored === undefined;
}

/** New entries go to whoever may get more; a read needs an answer from everybody (thesis §6.4). */
function speak(server: Server): void {
  const { readDue } = server;
  server.readDue = false;
  server.appendDue = false;
  if (server.role !== 'leader') return;
  if (readDue) broadcastAppend(server);
  else broadcastEntries(server);
}

/**
 * The leader of a committed configuration leaves a joint one, and steps down when it is no voter
 * of the new one (Raft §6).
 */
function actOnConfiguration(server: Server): void {
  server.configurationCommitted = false;
  if (server.role !== 'leader' || pendingConfiguration(server) !== undefined) return;
  if (isJoint(server.configuration)) leaveJoint(server);
  else if (!isVoter(server.configuration, server.id)) becomeFollower(server, 'removed');
}

function takeWrite(server: Server): DurableWrite | undefined {
  const last = lastIndex(server.log);
  const fromIndex = server.logDirtyFrom;
  const logDirty = fromIndex <= last;
  if (!server.stateDirty && !logDirty && !server.snapshotDirty) return undefined;
  const entries = logDirty ? slice(server.log, fromIndex, last - fromIndex + 1) : none;
  const snapshot = server.snapshotDirty ? server.snapshot : undefined;
  server.stateDirty = false;
  server.snapshotDirty = false;
  server.logDirtyFrom = last + 1;
  return {
    currentTerm: server.currentTerm,
    votedFor: server.votedFor,
    fromIndex,
    entries,
    snapshot,
    lastLogIndex: last,
  };
}
