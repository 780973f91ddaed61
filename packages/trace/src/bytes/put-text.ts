import type { PutCursor } from './put-cursor.ts';

/** A longer text is put with its whole line at once. */
export const longestText = 64;

/** Puts a text whose opening quote was put, and its closing quote. */
export function putText(c: PutCursor, p: number, text: string): number {
  const { bytes } = c;
  const { length } = text;
  if (length > longestText) return fail(c, p);
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x20 || code === 0x22 || code === 0x5c || code >= 0x7f) return fail(c, p);
    bytes[p + at] = code;
  }
  bytes[p + length] = 0x22;
  return p + length + 1;
}

function fail(c: PutCursor, p: number): number {
  c.failed = true;
  return p;
}
