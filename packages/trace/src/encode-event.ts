import { fieldEncoders } from './encode-fields.gen.ts';
import { printWord } from './print-field.ts';
import { printNumber } from './print-number.ts';
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
 * numbers have at most three decimals. `at` belongs to the reader and is never written.
 */
export function encodeEvent(event: TraceEvent, options?: EncodeOptions): string {
  // Each name leads to the function for its own event, which the compiler cannot follow.
  const encodeFields = fieldEncoders[event.event] as (head: string, event: TraceEvent) => string;
  const line = encodeFields(encodeEnvelope(event), event);
  return options?.msg === true ? `${line},"msg":${printText(renderEvent(event))}}` : `${line}}`;
}

function encodeEnvelope(event: TraceEvent): string {
  let line = `{"level":30,"time":${printNumber(event.time)},"event":${printWord(event.event)}`;
  if (event.node !== undefined) line += `,"node":${printText(event.node)}`;
  if (event.seq !== undefined) line += `,"seq":${printNumber(event.seq)}`;
  if (event.inc !== undefined) line += `,"inc":${printNumber(event.inc)}`;
  if (event.term !== undefined) line += `,"term":${printNumber(event.term)}`;
  if (event.role !== undefined) line += `,"role":${printWord(event.role)}`;
  if (event.group !== undefined) line += `,"group":${printText(event.group)}`;
  if (event.run !== undefined) line += `,"run":${printText(event.run)}`;
  return line;
}
