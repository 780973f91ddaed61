import { eventNumber } from './event-number.ts';
import type { EventName } from './trace-event.ts';

/**
 * What of an event somebody needs: every one; only those that tell something, no matter of routine
 * (see {@link Attention.telling}); none.
 */
export type Share = 'all' | 'telling' | 'none';

/**
 * What those who observe a run need to see of it, so that nothing else has to be made. It may
 * change at every event. Counts, by {@link eventNumber}, how many of them need what.
 */
export interface Attention {
  /** Need all of an event. */
  readonly all: number[];
  /**
   * Need an event where it is no routine. Most messages are: those received are telling when they
   * bring a newer term or a vote, and those sent when they are a leader's and the sender is none.
   */
  readonly telling: number[];
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
    telling: new Array<number>(size).fill(0),
    next: 0,
    leftOut: new Array<number>(size).fill(0),
  };
}

/** One more needs (`by` 1), or needs no longer (`by` -1), this share of an event. */
export function attend(attention: Attention, event: EventName, share: Share, by: 1 | -1): void {
  if (share === 'none') return;
  const counts = share === 'all' ? attention.all : attention.telling;
  const index = eventNumber[event];
  counts[index] = (counts[index] ?? 0) + by;
}

/** Whether an event is to be told; one that nobody needs is counted instead. */
export function isNeeded(attention: Attention, index: number, telling: boolean): boolean {
  if (attention.next > 0 || (attention.all[index] ?? 0) > 0) return true;
  if (telling && (attention.telling[index] ?? 0) > 0) return true;
  attention.leftOut[index] = (attention.leftOut[index] ?? 0) + 1;
  return false;
}

/** Nobody needs anything any more; what was left out stays counted. */
export function forgetNeeds(attention: Attention): void {
  attention.all.fill(0);
  attention.telling.fill(0);
  attention.next = 0;
}
