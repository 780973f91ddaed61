import type { ReadStamp } from '../stamp.ts';
import { timeOfDay } from '../time-of-day.ts';

/** A line of RabbitMQ's log, taken apart. */
export interface RabbitLine {
  readonly time: number;
  readonly level: string;
  /** The queue, or else what the words of ra's other groups begin with; undefined without one. */
  readonly group: string | undefined;
  /** The Erlang node, where the line itself names it. */
  readonly node: string | undefined;
  readonly words: string;
}

const head =
  /^ \[(debug|info|notice|warning|error|critical)\] {1,2}(?:<\d{1,10}\.\d{1,10}\.\d{1,10}> )?/;
const queue = /^queue '([^']{1,300})' in vhost '([^']{1,300})':? /;
/** What ra says of itself in programs of anybody's own: `{ra_kv,'f2@localhost'}: `. */
const server = /^\{'?([^'{},]{1,300})'?, ?'?([^'{},]{1,300})'?\}: /;
const named =
  /^([\w .@-]{1,100}): (?=[a-z_]{1,40} -> |granting |declining |detected a new leader|leader saw )/;

/** Reads a line; undefined where it is none of RabbitMQ 3.8 or newer. */
export function readRabbitLine(text: string, readStamp: ReadStamp): RabbitLine | undefined {
  const stamp = readStamp(text, 0) ?? timeOfDay(text, 0);
  if (stamp === undefined) return undefined;
  const match = head.exec(text.slice(stamp.end, stamp.end + 60));
  if (match === null) return undefined;
  const rest = text.slice(stamp.end + match[0].length);
  const line = { time: stamp.time, level: match[1] ?? '' };
  const [itself, ra, node] = server.exec(rest) ?? [];
  if (itself !== undefined) return { ...line, group: ra, node, words: rest.slice(itself.length) };
  const [begin, name = '', vhost] = queue.exec(rest) ?? named.exec(rest) ?? [];
  if (begin === undefined) return { ...line, group: undefined, node: undefined, words: rest };
  const group = vhost === undefined || vhost === '/' ? name : `${vhost}/${name}`;
  return { ...line, group, node: undefined, words: rest.slice(begin.length) };
}
