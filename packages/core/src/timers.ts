import { tellTimerExpired, tellTimerStarted } from './events/timer-events.ts';
import type { Server } from './server.ts';

/** The timers of a server; `quorum-check` is the leader's own election timeout (thesis §6.2). */
export type TimerName = 'election' | 'heartbeat' | 'quorum-check';

const off = Number.POSITIVE_INFINITY;

/** Starts the election timer anew with a fresh random timeout (Raft §5.2). */
export function restartElectionTimer(server: Server, cause: string): void {
  const [min, max] = server.settings.electionTimeoutMs;
  const timeoutMs = roundToMicroseconds(min + server.random() * (max - min));
  server.electionStartedAt = server.now;
  server.electionDeadline = server.now + timeoutMs;
  tellTimerStarted(server, 'election', timeoutMs, cause);
}

/** Only followers and candidates wait for elections (Raft Figure 2). */
export function stopElectionTimer(server: Server): void {
  server.electionDeadline = off;
}

/** Starts the leader's timers: the next heartbeat, and the check that a majority still answers. */
export function startLeaderTimers(server: Server): void {
  restartHeartbeatTimer(server);
  restartQuorumTimer(server);
}

/** The next round of heartbeats is due one interval from now. */
export function restartHeartbeatTimer(server: Server): void {
  server.heartbeatDeadline = server.now + server.settings.heartbeatIntervalMs;
}

/** The next quorum check is due one longest election timeout from now. */
export function restartQuorumTimer(server: Server): void {
  server.quorumDeadline = server.settings.checkQuorum
    ? server.now + server.settings.electionTimeoutMs[1]
    : off;
}

/** A server that leads no more has neither heartbeats nor quorum to think of. */
export function stopLeaderTimers(server: Server): void {
  server.heartbeatDeadline = off;
  server.quorumDeadline = off;
}

/** Reads wait for at most so long; all wait equally long, so that the oldest is due first. */
export function restartReadTimer(server: Server): void {
  server.readDeadline = Math.min(
    server.confirmingReads[0]?.deadline ?? off,
    server.forwardedReads[0]?.deadline ?? off,
  );
}

/** When the next timer of the server fires, ms on the driver's clock; Infinity for never. */
export function nextDeadline(server: Server): number {
  return Math.min(
    server.electionDeadline,
    server.heartbeatDeadline,
    server.quorumDeadline,
    server.transferDeadline,
    server.readDeadline,
  );
}

/** Tells that the election timer fired. */
export function noteElectionTimeout(server: Server): void {
  tellTimerExpired(server, 'election', roundToMicroseconds(server.now - server.electionStartedAt));
}

function roundToMicroseconds(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
