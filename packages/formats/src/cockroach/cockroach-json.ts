import { type JsonFields, parseFields } from '../json-fields.ts';
import type { CockroachLine } from './cockroach-line.ts';

const marks = /[‹›]/g;

/** Reads a line of `json`, `json-fluent` and their compact forms; undefined for any other. */
export function readCockroachJson(text: string): CockroachLine | undefined {
  if (!text.startsWith('{"') || !text.includes('"tags":{')) return undefined;
  const fields = parseFields(text);
  const tags = fields?.object('tags');
  const file = fields?.text('file') ?? fields?.text('f');
  const stamp = fields?.text('timestamp') ?? fields?.text('t');
  const seconds = /^(\d{1,11})\.(\d{1,9})$/.exec(stamp ?? '');
  if (tags === undefined || file === undefined || seconds === null) return undefined;
  const micros = Number((seconds[2] ?? '').padEnd(6, '0').slice(0, 6));
  return {
    time: Number(seconds[1]) * 1000 + micros / 1000,
    source: file.slice(file.lastIndexOf('/') + 1),
    tags: asTags(tags),
    words: (fields?.text('message') ?? '').replaceAll(marks, '').trimEnd(),
  };
}

/** As they stand in brackets in a line of text: `n1,s1,r2/1:/Table/53`. */
function asTags(tags: JsonFields): string {
  return tags
    .keys()
    .map((key) => `${key}${tags.text(key) ?? ''}`)
    .join(',');
}
