import { eventNumber } from '@raftlens/trace';
import type { Server } from '../server.ts';
import type { TimerName } from '../timers.ts';
import { eventTime, isTold, nextSeq } from './envelope.ts';

// Looked up once, as these events are by far the most.
const { 'timer.started': timerStarted, 'timer.expired': timerExpired } = eventNumber;

/** Tells that a timer was set, and why. */
export function tellTimerStarted(
  server: Server,
  timer: TimerName,
  timeoutMs: number,
  cause: string,
): void {
  server.watch?.timerStarted(server, timer);
  if (!isTold(server, timerStarted, false)) return;
  server.observer?.(
    {
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
    },
    timerStarted,
  );
}

/** Tells that a timer fired. */
export function tellTimerExpired(server: Server, timer: TimerName, elapsedMs: number): void {
  server.watch?.timerExpired(server, timer);
  if (!isTold(server, timerExpired, timer === 'election')) return;
  const news = server.routine?.news ?? 0;
  server.observer?.(
    {
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
    },
    timerExpired,
  );
  // A heartbeat that follows is none the fresher for it.
  if (server.routine !== undefined && timer !== 'election') server.routine.news = news;
}
