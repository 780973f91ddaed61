import type { Origin, TraceEvent } from '@raftlens/trace';
import type { CensusTaker } from '../census.ts';
import { spanCapabilities } from './span-capabilities.ts';

/** Puts the events of spans into the order of time: spans come as they end. */
export interface SpanOrder {
  /** An event that could not be had back is undefined, and passed over. */
  take(event: TraceEvent | undefined, at: Origin): void;
  /** More than can wait do. */
  readonly full: boolean;
  /** All that wait, in order. */
  leave(): readonly TraceEvent[];
}

const given: ReadonlySet<string> = new Set(spanCapabilities.map(({ event }) => event));

/** More than these do not wait to be put in order. */
const mostWaiting = 200_000;

interface Waiting {
  readonly event: TraceEvent;
  readonly seq: number;
}

/** Begins empty; notes in `census` who speaks. */
export function createSpanOrder(census: CensusTaker): SpanOrder {
  let waiting: Waiting[] = [];
  return {
    take(event, at) {
      if (event === undefined || !given.has(event.event)) return;
      if (event.node !== undefined) census.speaks(event.node);
      // The lines of messages are not here: numbers that are missing are no sign of loss.
      waiting.push({ event: { ...event, seq: undefined, at }, seq: event.seq ?? 0 });
    },
    get full() {
      return waiting.length > mostWaiting;
    },
    leave() {
      const ordered = waiting.sort(inOrder);
      waiting = [];
      return ordered.flatMap(({ event, seq }, index) =>
        isAgain(event, seq, ordered[index - 1]) ? [] : event,
      );
    },
  };
}

function inOrder(one: Waiting, other: Waiting): number {
  const later = one.event.time - other.event.time;
  if (later !== 0 || one.event.node !== other.event.node) return later;
  // Of what is told twice, the one in the span of a term says more.
  return one.seq - other.seq || Number(hasNoTerm(one)) - Number(hasNoTerm(other));
}

/** What a proposal led to is told in its own span too. */
function isAgain(event: TraceEvent, seq: number, before: Waiting | undefined): boolean {
  if (before === undefined || seq === 0 || before.seq !== seq) return false;
  return before.event.node === event.node && before.event.event === event.event;
}

function hasNoTerm({ event }: Waiting): boolean {
  return event.term === undefined;
}
