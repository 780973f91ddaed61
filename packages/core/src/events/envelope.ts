import { isNeeded, needsAll } from '@raftlens/trace';
import type { Server } from '../server.ts';

/** Time of an event: the driver's clock on its base, ms since the epoch. */
export function eventTime(server: Server): number {
  return server.clockBaseMs + server.now;
}

/** Takes the next event number; only events that are observed have one. */
export function nextSeq(server: Server): number {
  const { routine } = server;
  if (routine !== undefined) {
    if (routine.held !== undefined) routine.release(server);
    routine.news = server.seq + 1;
  }
  server.seq += 1;
  server.toldTerm = server.currentTerm;
  server.toldRole = server.role;
  return server.seq;
}

/**
 * Whether an event of this kind (see `eventNumber`) is to be made. An observer that pays attention
 * gets what it needs, and also whatever shows another term or role than the event before.
 */
export function isTold(server: Server, event: number, telling: boolean): boolean {
  const { observer } = server;
  if (observer === undefined) return false;
  const { attention } = observer;
  if (attention === undefined) return true;
  if (server.currentTerm !== server.toldTerm || server.role !== server.toldRole) return true;
  return needsAll(attention, event, server.id) || isNeeded(attention, event, telling);
}
