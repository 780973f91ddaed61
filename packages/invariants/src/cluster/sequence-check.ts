import type { TraceEvent } from '@raftlens/trace';
import type { MutableServerView } from './create-server-view.ts';

/** Lines that the servers' own counters show to be missing or out of place. */
export interface SequenceTally {
  lost: number;
  disordered: number;
}

/**
 * Compares an event's `seq` with the one before of the same server: is anything missing between?
 *
 * A new incarnation may count on or begin again at 1. A first line that is not number 1 means that
 * the beginning of the log is missing.
 */
export function checkSequence(
  server: MutableServerView,
  event: TraceEvent,
  tally: SequenceTally,
): void {
  const { seq, inc } = event;
  if (seq === undefined) {
    server.unbroken = false;
    server.complete = false;
    if (inc !== undefined) server.incarnation = inc;
    return;
  }
  const last = server.seq;
  const restarted =
    inc !== undefined && server.incarnation !== undefined && inc !== server.incarnation;
  server.unbroken =
    last === undefined || restarted ? seq === 1 || seq === (last ?? 0) + 1 : seq === last + 1;
  server.complete = server.unbroken && (server.complete || last === undefined || restarted);
  if (!server.unbroken) {
    if (last === undefined || restarted) tally.lost += Math.max(1, seq - 1);
    else if (seq > last) tally.lost += seq - last - 1;
    else tally.disordered += 1;
  }
  if (last === undefined || restarted || seq > last) server.seq = seq;
  if (inc !== undefined) server.incarnation = inc;
}
