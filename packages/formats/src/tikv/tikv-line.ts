import type { ReadStamp } from '../stamp.ts';

/** A line in the unified log format of TiDB, taken apart. */
export interface TikvLine {
  readonly time: number;
  /** `raft.rs:1228`. */
  readonly caller: string;
  readonly message: string;
  readonly fields: ReadonlyMap<string, string>;
}

/** More than these are no line of Raft. */
const mostFields = 40;
/** Sites take `raft.rs:1228` for the name of a host, and make a link of it. */
const level = new RegExp(
  String.raw`^ \[(?:TRACE|DEBUG|INFO|WARN|ERROR|FATAL)\] ` +
    String.raw`\[\[?([\w./<>:-]{1,200})(?:\]\(https?:[^\s()]{1,300}\))?\] `,
);

/** Reads `[time] [LEVEL] [file:line] [message] [key=value]...`; undefined for any other line. */
export function readTikvLine(text: string, readStamp: ReadStamp): TikvLine | undefined {
  if (!text.startsWith('[')) return undefined;
  const stamp = readStamp(text, 1);
  if (stamp === undefined || text.charAt(stamp.end) !== ']') return undefined;
  const rest = text.slice(stamp.end + 1);
  const head = level.exec(rest);
  if (head === null) return undefined;
  const parts = bracketed(rest, head[0].length);
  const [message, ...fields] = parts;
  if (message === undefined) return undefined;
  return {
    time: stamp.time,
    caller: head[1] ?? '',
    message: unquoted(message),
    fields: new Map(fields.map(keyAndValue)),
  };
}

/** What stands in brackets from `start` on, without them; a bracket within quotes is text. */
function bracketed(text: string, start: number): readonly string[] {
  const parts: string[] = [];
  let at = start;
  while (text.charAt(at) === '[' && parts.length < mostFields) {
    const end = closing(text, at + 1);
    if (end === undefined) break;
    parts.push(text.slice(at + 1, end));
    at = text.charAt(end + 1) === ' ' ? end + 2 : end + 1;
  }
  return parts;
}

function closing(text: string, start: number): number | undefined {
  let quoted = false;
  for (let at = start; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '\\') at += 1;
    else if (char === '"') quoted = !quoted;
    else if (char === ']' && !quoted) return at;
  }
  return undefined;
}

function keyAndValue(field: string): readonly [string, string] {
  const at = field.startsWith('"') ? field.indexOf('"=') + 1 : field.indexOf('=');
  return at <= 0 ? [field, ''] : [unquoted(field.slice(0, at)), unquoted(field.slice(at + 1))];
}

function unquoted(text: string): string {
  return text.startsWith('"') && text.endsWith('"') && text.length > 1 ? text.slice(1, -1) : text;
}
