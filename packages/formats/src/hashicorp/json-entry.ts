import type { ReadStamp } from '../stamp.ts';
import type { HclogEntry } from './hclog-entry.ts';

/** Reads a line of hclog's JSON; undefined where it is none, or is damaged. */
export function readJsonEntry(text: string, readStamp: ReadStamp): HclogEntry | undefined {
  const entry = parse(text);
  if (entry === undefined) return undefined;
  const message = entry['@message'];
  const stamp = readStamp(String(entry['@timestamp'] ?? ''), 0);
  if (typeof message !== 'string' || stamp === undefined) return undefined;
  return {
    time: stamp.time,
    level: String(entry['@level'] ?? ''),
    module: String(entry['@module'] ?? ''),
    message,
    value: (key) => textOf(entry[key]),
  };
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return value as Readonly<Record<string, unknown>>;
  } catch {
    return undefined;
  }
}

/** A peer is an object with an `ID`; what hclog could not print is an empty one. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'object' || value === null || !('ID' in value)) return undefined;
  return typeof value.ID === 'string' ? value.ID : undefined;
}
