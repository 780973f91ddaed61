import type { TraceEvent } from '@raftlens/trace';
import type { MutableServerView } from './create-server-view.ts';

/** Lines that the servers' own counters show to be missing or out of place. */
export interface SequenceTally {
  lost: number;
  disordered: number;
}

/** Threads and clocks that are set right move lines by less than this, ms. */
const clockStepMs = 1000;
/** Where more lines than these stand behind later ones nothing is in order. */
const displacedKept = 1000;

/**
 * Compares an event's `seq` with the one before of the same server: is anything missing between?
 * Gives false for what is not news: a copy of a line that was there before, as those who ship logs
 * make them. Without a counter only the clock can show that lines were moved.
 *
 * A new incarnation may count on or begin again at 1. A first line that is not number 1 means that
 * the beginning of the log is missing.
 */
export function checkSequence(
  server: MutableServerView,
  event: TraceEvent,
  tally: SequenceTally,
): boolean {
  const { seq, inc } = event;
  if (seq === undefined) {
    checkClock(server, event.time);
    server.unbroken = false;
    server.complete = false;
    if (inc !== undefined) server.incarnation = inc;
    return true;
  }
  const last = server.seq;
  const restarted = isRestart(server, event);
  const first = last === undefined || restarted;
  if (!first && seq <= last && server.complete && event.time <= server.lastTime) return false;
  server.unbroken = first ? seq === 1 || seq === (last ?? 0) + 1 : seq === last + 1;
  server.complete = server.unbroken && (server.complete || first);
  if (!server.unbroken) {
    server.breaks += 1;
    if (first) tally.lost += Math.max(1, seq - 1);
    else if (seq > last) tally.lost += seq - last - 1;
    else tally.disordered += 1;
  }
  if (isBack(server, event, restarted)) server.disordered = 'seq';
  if (first || seq > last) server.seq = seq;
  if (inc !== undefined) server.incarnation = inc;
  return true;
}

/** Its counter may begin again: by its incarnation, or, without one, as it says that it starts. */
function isRestart(server: MutableServerView, { event, seq, inc, time }: TraceEvent): boolean {
  if (inc !== undefined) return server.incarnation !== undefined && inc !== server.incarnation;
  return event === 'node.started' && seq === 1 && time >= server.lastTime;
}

function isBack(server: MutableServerView, { seq, inc }: TraceEvent, restarted: boolean): boolean {
  if (restarted) return (inc ?? 0) < (server.incarnation ?? 0);
  return seq !== undefined && server.seq !== undefined && seq <= server.seq;
}

function checkClock(server: MutableServerView, time: number): void {
  if (time >= server.clock) {
    server.clock = time;
    return;
  }
  server.displaced ??= [];
  if (server.displaced.length < displacedKept) server.displaced.push(time);
  else server.disordered ??= 'time';
  if (time < server.clock - clockStepMs) server.disordered ??= 'time';
}
