import { isUtf8 } from 'node:buffer';
import { type Lines, maxLineBytes } from './line-blocks.ts';

/**
 * What is wrong with the bytes of a line: longer than the limit, holding NUL bytes (both have no
 * text), or not UTF-8 (U+FFFD stands in place of what is no text).
 */
export type Flaw = 'too-long' | 'nul' | 'not-utf8';

/** A line as text, without its line end. */
export interface LineText {
  readonly text: string;
  readonly flaw: Flaw | undefined;
}

/** Makes the line from `start` to its line feed at `end` into text; one `\r` belongs to its end. */
export function lineText(
  { bytes, plain }: Lines,
  start: number,
  end: number,
  limit: number = maxLineBytes,
): LineText {
  const last = end > start && bytes[end - 1] === 0x0d ? end - 1 : end;
  if (last - start > limit) return { text: '', flaw: 'too-long' };
  if (plain) return { text: bytes.toString('latin1', start, last), flaw: undefined };
  const line = bytes.subarray(start, last);
  if (line.includes(0)) return { text: '', flaw: 'nul' };
  return { text: line.toString('utf8'), flaw: isUtf8(line) ? undefined : 'not-utf8' };
}
