import { type JsonFields, parseFields } from '../json-fields.ts';
import type { ReadStamp } from '../stamp.ts';
import type { HclogEntry } from './hclog-entry.ts';

/** Reads a line of hclog's JSON; undefined where it is none, or is damaged. */
export function readJsonEntry(text: string, readStamp: ReadStamp): HclogEntry | undefined {
  const entry = parseFields(text);
  if (entry === undefined) return undefined;
  const message = entry.text('@message');
  const stamp = readStamp(entry.text('@timestamp') ?? '', 0);
  if (message === undefined || stamp === undefined) return undefined;
  return {
    time: stamp.time,
    level: entry.text('@level') ?? '',
    module: entry.text('@module') ?? '',
    message,
    value: (key) => textOf(entry, key),
  };
}

/** A peer is an object with an `ID`; what hclog could not print is an empty one. */
function textOf(entry: JsonFields, key: string): string | undefined {
  return entry.text(key) ?? entry.number(key)?.toString() ?? entry.object(key)?.text('ID');
}
