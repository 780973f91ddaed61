import { catalogue } from './catalogue.ts';
import type { Origin } from './envelope.ts';
import { envelopeFields } from './envelope-fields.ts';
import type { EventSpec } from './field-types.ts';
import { findJsonError } from './find-json-error.ts';
import { isJsonObject, type JsonObject } from './json-object.ts';
import { type KeyTally, type MemberReader, memberReaders, readMembers } from './read-field.ts';
import type { TraceEvent } from './trace-event.ts';

/** What became of one line; a line is always exactly one of the three. */
export type DecodeOutcome =
  /** `extras` counts the keys that the format does not know, nested ones too; they are dropped. */
  | { readonly kind: 'event'; readonly event: TraceEvent; readonly extras: number }
  /** Nothing is wrong with it, and it tells nothing of Raft. */
  | { readonly kind: 'ignored'; readonly why: 'blank' | 'no event' }
  /** `name` is as written: escape it before it is shown. */
  | { readonly kind: 'ignored'; readonly why: 'unknown event'; readonly name: string }
  /** `why` is one of a fixed set of sentences, fit for counting; `column` counts from 1. */
  | { readonly kind: 'broken'; readonly why: string; readonly column?: number | undefined };

/** A line longer than this is broken: 4 Mi UTF-16 units, some 100,000 entries in one message. */
export const maxLineLength: number = 4 * 1024 * 1024;

/** Keys that pino writes and nobody needs; they are no extras. */
const pinoKeys: readonly string[] = ['level', 'pid', 'hostname', 'msg'];

const envelopeReaders = memberReaders(envelopeFields);

const eventReaders: ReadonlyMap<string, readonly MemberReader[]> = new Map(
  Object.entries<EventSpec>(catalogue).map(([name, spec]) => [name, memberReaders(spec.fields)]),
);

/**
 * Decodes one line of `raft-trace/1`, which has no line end; never throws.
 *
 * Keys may come in any order, null is the same as absent, and a byte order mark at the start of a
 * file is passed over. `at` says where the line stands and goes into the event.
 */
export function decodeLine(text: string, at?: Origin): DecodeOutcome {
  if (text.length > maxLineLength) {
    return { kind: 'broken', why: `longer than ${maxLineLength} characters` };
  }
  // The mark is white space to trim(), so that a blank line may have one anywhere.
  if (text.trim() === '') return { kind: 'ignored', why: 'blank' };
  const start = text.startsWith('\uFEFF') && (at === undefined || at.line === 1) ? 1 : 0;
  let value: unknown;
  try {
    value = JSON.parse(start === 0 ? text : text.slice(start));
  } catch {
    const error = findJsonError(text, start);
    return { kind: 'broken', why: `not JSON: ${error?.why}`, column: error?.column };
  }
  return decodeValue(value, at);
}

function decodeValue(value: unknown, at: Origin | undefined): DecodeOutcome {
  if (!isJsonObject(value)) return { kind: 'broken', why: 'not a JSON object' };
  const name = value.event;
  if (name === undefined) return { kind: 'ignored', why: 'no event' };
  if (typeof name !== 'string') return { kind: 'broken', why: 'event is not a string' };
  const readers = eventReaders.get(name);
  if (readers === undefined) return { kind: 'ignored', why: 'unknown event', name };
  return decodeFields(name, value, readers, at);
}

function decodeFields(
  name: string,
  source: JsonObject,
  readers: readonly MemberReader[],
  at: Origin | undefined,
): DecodeOutcome {
  const fields: Record<string, unknown> = { event: name };
  const keys: KeyTally = { all: Object.keys(source).length, known: 1 };
  for (const key of pinoKeys) if (source[key] !== undefined) keys.known += 1;
  const why =
    readMembers(source, envelopeReaders, fields, keys) ??
    readMembers(source, readers, fields, keys);
  if (why !== undefined) return { kind: 'broken', why };
  if (at !== undefined) fields.at = at;
  // Every member was checked against the catalogue, which is where the type comes from.
  return { kind: 'event', event: fields as unknown as TraceEvent, extras: keys.all - keys.known };
}
