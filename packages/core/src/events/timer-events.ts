import type { Server } from '../server.ts';
import type { TimerName } from '../timers.ts';
import { eventTime, nextSeq } from './envelope.ts';

/** Tells that a timer was set, and why. */
export function tellTimerStarted(
  server: Server,
  timer: TimerName,
  timeoutMs: number,
  cause: string,
): void {
  server.observer?.({
    event: 'timer.started',
    time: eventTime(server),
    node: server.id,
    seq: nextSeq(server),
    inc: server.incarnation,
    term: server.currentTerm,
    role: server.role,
    group: server.group,
    run: server.run,
    timer,
    timeoutMs,
    cause,
  });
}

/** Tells that a timer fired. */
export function tellTimerExpired(server: Server, timer: TimerName, elapsedMs: number): void {
  server.observer?.({
    event: 'timer.expired',
    time: eventTime(server),
    node: server.id,
    seq: nextSeq(server),
    inc: server.incarnation,
    term: server.currentTerm,
    role: server.role,
    group: server.group,
    run: server.run,
    timer,
    elapsedMs,
  });
}
