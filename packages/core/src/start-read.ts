import { tellReadServed, tellReadStarted } from './events/read-events.ts';
import { leaseHolds } from './lease.ts';
import { termAt } from './log.ts';
import { hasQuorum } from './quorum.ts';
import type { ConfirmingRead, ReadOrigin } from './reads.ts';
import { answerRead, sendReadIndex } from './send.ts';
import type { Server } from './server.ts';
import { restartReadTimer } from './timers.ts';

/** What came of asking for a read; one that was started ends up in the effects. */
export type ReadAnswer =
  | { readonly kind: 'started' }
  | { readonly kind: 'refused'; readonly reason: 'no-leader' | 'nothing-committed-yet' };

/**
 * A client wants to read at time `now`, ms, and to see all that was committed until now
 * (linearizable reads, thesis §6.4). `id` names the read in effects and traces. Nothing is written
 * to the log; a follower asks the leader how far it has to be.
 */
export function startRead(server: Server, id: string, now: number): ReadAnswer {
  server.now = now;
  if (server.role === 'leader') {
    const started = beginRead(server, { id, peer: undefined });
    return started ? { kind: 'started' } : { kind: 'refused', reason: 'nothing-committed-yet' };
  }
  if (server.leaderId === undefined) return { kind: 'refused', reason: 'no-leader' };
  tellReadStarted(server, id, 'read-index', undefined);
  const context = sendReadIndex(server, server.leaderId);
  server.forwardedReads.push({ id, context, readIndex: undefined, deadline: deadlineOf(server) });
  restartReadTimer(server);
  return { kind: 'started' };
}

/**
 * The leader's part: the read waits for the commitIndex of now, and for a round of heartbeats that
 * begins now and shows that nobody else leads yet. False while the leader does not know how far
 * entries are committed, which it learns with the first one of its own term.
 */
export function beginRead(server: Server, origin: ReadOrigin): boolean {
  if (termAt(server.log, server.commitIndex) !== server.currentTerm) return false;
  const readIndex = server.commitIndex;
  if (leaseHolds(server)) {
    if (origin.peer === undefined) tellReadStarted(server, origin.id, 'lease', readIndex);
    finish(server, origin, readIndex, 'lease');
    return true;
  }
  if (origin.peer === undefined) tellReadStarted(server, origin.id, 'read-index', readIndex);
  // A heartbeat may have been made since the last read: its round says nothing of this one. One
  // round of messages serves all that come before the next effects.
  server.readRound += 1;
  server.readDue = true;
  const { readRound: round } = server;
  server.confirmingReads.push({ origin, readIndex, round, deadline: deadlineOf(server) });
  confirmReads(server);
  restartReadTimer(server);
  return true;
}

/** A peer answered: the reads whose round a majority has answered can be served (thesis §6.4). */
export function confirmReads(server: Server): void {
  const { confirmingReads } = server;
  while (confirmingReads[0] !== undefined && isConfirmed(server, confirmingReads[0])) {
    const { origin, readIndex } = confirmingReads[0];
    confirmingReads.shift();
    finish(server, origin, readIndex, 'read-index');
  }
  if (confirmingReads.length === 0) restartReadTimer(server);
}

function isConfirmed(server: Server, { round }: ConfirmingRead): boolean {
  return hasQuorum(server.configuration, (id) => {
    if (id === server.id) return true;
    return server.progress.some(({ peer, ackedRound }) => peer === id && ackedRound >= round);
  });
}

/** The leader has applied all that is committed, so that its own reads need not wait. */
function finish(
  server: Server,
  { id, peer }: ReadOrigin,
  readIndex: number,
  mode: 'read-index' | 'lease',
): void {
  if (peer !== undefined) {
    answerRead(server, peer, { context: id, success: true, readIndex });
    return;
  }
  server.endedReads.push({ kind: 'served', id, readIndex });
  tellReadServed(server, id, mode, readIndex);
}

/** A read that nobody answers within an election timeout never will be. */
function deadlineOf(server: Server): number {
  return server.now + server.settings.electionTimeoutMs[1];
}
