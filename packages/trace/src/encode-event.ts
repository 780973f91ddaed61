import { eventEncoders } from './event-encoders.gen.ts';
import { printText } from './print-text.ts';
import { renderEvent } from './render-event.ts';
import type { TraceEvent } from './trace-event.ts';

/** What a line carries beside the event. */
export interface EncodeOptions {
  /** Adds pino's `msg`, the event as one line for people ({@link renderEvent}). */
  readonly msg?: boolean | undefined;
}

/**
 * Encodes an event as one line of `raft-trace/1`, without the line end.
 *
 * Equal events give equal lines: the order of keys is fixed, undefined fields are left out and
 * fractions have at most three decimals. `at` belongs to the reader and is never written. What the
 * types promise (integers are integers) is not checked again; {@link decodeLine} does that.
 */
export function encodeEvent(event: TraceEvent, options?: EncodeOptions): string {
  // Each name leads to the function for its own event, which the compiler cannot follow.
  const encode = eventEncoders[event.event] as (event: TraceEvent) => string;
  const line = encode(event);
  return options?.msg === true ? `${line},"msg":${printText(renderEvent(event))}}` : `${line}}`;
}
