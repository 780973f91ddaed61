import { type JsonFields, parseFields } from '../json-fields.ts';
import type { ReadStamp } from '../stamp.ts';

/** A line of openraft's, as `tracing` wrote it, taken apart. */
export interface OpenraftLine {
  /** Undefined where the line shows none. */
  readonly time: number | undefined;
  /** The message with its fields behind it, each as ` key=value`. */
  readonly words: string;
  /** The id of the server, where a span around the line says it. */
  readonly self: string | undefined;
}

/** What every line of openraft holds: the module that speaks. */
export const openraftMark = 'openraft::';

const target = /(?:^|[\s:])openraft(?:::\w{1,60}){1,8}: (?:\S{0,200}\.rs:\d{1,7}: )?/;
const span = /\bRaftCore\{id=([\w.-]{1,64})[ }]/;

/** Reads a line as text or as JSON; undefined where it is none of openraft. */
export function readOpenraftLine(text: string, readStamp: ReadStamp): OpenraftLine | undefined {
  if (!text.includes(openraftMark)) return undefined;
  if (text.startsWith('{')) return readJson(text, readStamp);
  const match = target.exec(text);
  if (match === null) return undefined;
  const head = text.slice(0, match.index);
  return {
    time: readStamp(text, 0)?.time,
    words: text.slice(match.index + match[0].length),
    self: span.exec(head)?.[1],
  };
}

function readJson(text: string, readStamp: ReadStamp): OpenraftLine | undefined {
  const entry = parseFields(text);
  if (entry?.text('target')?.startsWith(openraftMark) !== true) return undefined;
  const fields = entry.object('fields') ?? entry;
  const others = fields.keys().filter((key) => key !== 'message' && key !== 'target');
  const values = others.flatMap((key) => {
    const value = fields.text(key) ?? fields.number(key);
    return value === undefined ? [] : `${key}=${value}`;
  });
  return {
    time: readStamp(entry.text('timestamp') ?? '', 0)?.time,
    words: [fields.text('message') ?? '', ...values].join(' '),
    self: selfIn(entry),
  };
}

function selfIn(entry: JsonFields): string | undefined {
  for (const each of entry.list('spans') ?? []) {
    const text = JSON.stringify(each);
    const fields = parseFields(text);
    if (fields?.text('name') === 'RaftCore') {
      return fields.text('id') ?? fields.number('id')?.toString();
    }
  }
  return undefined;
}
