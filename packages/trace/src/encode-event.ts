import { catalogue } from './catalogue.ts';
import type { EventSpec } from './field-types.ts';
import { fieldPrinters } from './print-field.ts';
import { printNumber } from './print-number.ts';
import { printText } from './print-text.ts';
import { renderEvent } from './render-event.ts';
import type { TraceEvent } from './trace-event.ts';

/** What a line carries beside the event. */
export interface EncodeOptions {
  /** Adds pino's `msg`, the event as one line for people ({@link renderEvent}). */
  readonly msg?: boolean | undefined;
}

/** Writes one field of an event: `,"name":` and the value. */
interface FieldWriter {
  readonly name: string;
  readonly key: string;
  readonly print: (value: never) => string;
}

/** The part of a line that is the same in every event of a name. */
interface EventWriter {
  readonly key: string;
  readonly fields: readonly FieldWriter[];
}

const writers: ReadonlyMap<string, EventWriter> = new Map(
  Object.entries<EventSpec>(catalogue).map(([name, spec]) => [name, eventWriter(name, spec)]),
);

/**
 * Encodes an event as one line of `raft-trace/1`, without the line end.
 *
 * Equal events give equal lines: the order of keys is fixed, undefined fields are left out and
 * numbers have at most three decimals. `at` belongs to the reader and is never written.
 */
export function encodeEvent(event: TraceEvent, options?: EncodeOptions): string {
  const writer = writers.get(event.event);
  if (writer === undefined) throw new TypeError(`not in the catalogue: ${event.event}`);
  let line = `{"level":30,"time":${printNumber(event.time)}${writer.key}`;
  if (event.node !== undefined) line += `,"node":${printText(event.node)}`;
  if (event.seq !== undefined) line += `,"seq":${printNumber(event.seq)}`;
  if (event.inc !== undefined) line += `,"inc":${printNumber(event.inc)}`;
  if (event.term !== undefined) line += `,"term":${printNumber(event.term)}`;
  if (event.role !== undefined) line += `,"role":${printText(event.role)}`;
  if (event.group !== undefined) line += `,"group":${printText(event.group)}`;
  if (event.run !== undefined) line += `,"run":${printText(event.run)}`;
  // The catalogue says which type each name has; the compiler cannot follow it through a table.
  const values = event as unknown as Readonly<Record<string, never>>;
  for (const { name, key, print } of writer.fields) {
    const value = values[name];
    if (value !== undefined) line += key + print(value);
  }
  return options?.msg === true ? `${line},"msg":${printText(renderEvent(event))}}` : `${line}}`;
}

function eventWriter(event: string, spec: EventSpec): EventWriter {
  const fields = Object.entries(spec.fields).map(([name, { type }]) => ({
    name,
    key: `,${JSON.stringify(name)}:`,
    print: fieldPrinters[type],
  }));
  return { key: `,"event":${JSON.stringify(event)}`, fields };
}
