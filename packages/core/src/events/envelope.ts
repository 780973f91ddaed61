import type { Server } from '../server.ts';

/** Time of an event: the driver's clock on its base, ms since the epoch. */
export function eventTime(server: Server): number {
  return server.clockBaseMs + server.now;
}

/** Takes the next event number; only events that are observed have one. */
export function nextSeq(server: Server): number {
  server.seq += 1;
  return server.seq;
}
