import { eventNumber } from './event-number.ts';
import type { EventName } from './trace-event.ts';

/**
 * What of an event somebody needs: every one; those that are fresh, no mere repetition (see
 * {@link Attention.fresh}); only those that tell something, no matter of routine (see
 * {@link Attention.telling}); none.
 */
export type Share = 'all' | 'fresh' | 'telling' | 'none';

/**
 * What those who observe a run need to see of it, so that nothing else has to be made. It may
 * change at every event. Counts, by {@link eventNumber}, how many of them need what.
 */
export interface Attention {
  /** Need all of an event. */
  readonly all: number[];
  /**
   * Need an event unless it belongs to a heartbeat that says the same as the last one, between the
   * same servers, with the same success, while the server that writes it has told nothing else; or
   * sends one server more the request for votes that it has told of just before.
   */
  readonly fresh: number[];
  /**
   * Need an event where it is no routine. Most messages are: those received are telling when they
   * bring a newer term or a vote, those sent when they are a leader's and the sender is none. Of
   * timers that expire those of elections are.
   */
  readonly telling: number[];
  /** Need all of an event of one server, by its id. */
  readonly ofServer: Map<string, number[]>;
  /** Need whatever comes next. */
  next: number;
  /** How often each event was left out. */
  readonly leftOut: number[];
}

/** Nobody needs anything yet. */
export function createAttention(): Attention {
  const size = Object.keys(eventNumber).length;
  return {
    // Typed arrays of this size live outside of the heap, which is dear for one run's.
    all: new Array<number>(size).fill(0),
    fresh: new Array<number>(size).fill(0),
    telling: new Array<number>(size).fill(0),
    ofServer: new Map(),
    next: 0,
    leftOut: new Array<number>(size).fill(0),
  };
}

/** One more needs (`by` 1), or needs no longer (`by` -1), this share of an event. */
export function attend(attention: Attention, event: EventName, share: Share, by: 1 | -1): void {
  if (share === 'none') return;
  const counts = attention[share];
  const index = eventNumber[event];
  counts[index] = (counts[index] ?? 0) + by;
}

/** One more needs, or needs no longer, all of an event of one server. */
export function attendServer(
  { ofServer }: Attention,
  server: string,
  event: EventName,
  by: 1 | -1,
): void {
  let counts = ofServer.get(server);
  if (counts === undefined) {
    counts = new Array<number>(Object.keys(eventNumber).length).fill(0);
    ofServer.set(server, counts);
  }
  const index = eventNumber[event];
  counts[index] = (counts[index] ?? 0) + by;
}

/** Whether somebody needs all of an event of this server. */
export function needsAll(attention: Attention, index: number, server: string): boolean {
  if (attention.next > 0 || (attention.all[index] ?? 0) > 0) return true;
  if (attention.ofServer.size === 0) return false;
  return (attention.ofServer.get(server)?.[index] ?? 0) > 0;
}

/** Whether an event that repeats nothing is to be told; one that nobody needs is counted. */
export function isNeeded(attention: Attention, index: number, telling: boolean): boolean {
  if (attention.next > 0 || (attention.all[index] ?? 0) > 0) return true;
  if ((attention.fresh[index] ?? 0) > 0) return true;
  if (telling && (attention.telling[index] ?? 0) > 0) return true;
  attention.leftOut[index] = (attention.leftOut[index] ?? 0) + 1;
  return false;
}

/** Nobody needs anything any more; what was left out stays counted. */
export function forgetNeeds(attention: Attention): void {
  attention.all.fill(0);
  attention.fresh.fill(0);
  attention.telling.fill(0);
  attention.ofServer.clear();
  attention.next = 0;
}
