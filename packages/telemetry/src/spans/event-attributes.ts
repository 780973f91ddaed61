import { envelopeFields, type TraceEvent } from '@raftlens/trace';
import type { SpanAttributes, SpanValue } from './span-record.ts';

const leftOut: ReadonlySet<string> = new Set(['event', 'at', ...Object.keys(envelopeFields)]);

const names = new Map<string, string>();

/**
 * The fields of an event as attributes: `prevLogIndex` is `raft.prev_log_index`. Of the envelope
 * only `seq` is there, which leads back to the line; entries are counted, not listed.
 */
export function eventAttributes(event: TraceEvent): SpanAttributes {
  const attributes: Record<string, SpanValue> = {};
  if (event.seq !== undefined) attributes['raft.seq'] = event.seq;
  for (const [key, value] of Object.entries(event)) {
    if (leftOut.has(key)) continue;
    const flat = flatten(value);
    if (flat !== undefined) attributes[nameOf(key)] = flat;
  }
  return attributes;
}

function nameOf(key: string): string {
  let name = names.get(key);
  if (name === undefined) {
    name = `raft.${key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
    names.set(key, name);
  }
  return name;
}

function flatten(value: unknown): SpanValue | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  if (!Array.isArray(value)) return JSON.stringify(value);
  const texts = value.filter((each) => typeof each === 'string');
  if (texts.length === value.length) return texts;
  // The other lists of the catalogue are links, which read well, and entries, which are many.
  const links = value.filter((each) => Array.isArray(each));
  return links.length === value.length ? links.map((link) => link.join(' → ')) : value.length;
}
