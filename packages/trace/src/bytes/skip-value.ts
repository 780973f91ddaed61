import { type ByteCursor, fail } from './byte-cursor.ts';
import { skipText } from './read-text.ts';

/** Deeper values are left to a reader that does not recurse. */
const deepest = 20;

/** Passes blanks, which JSON allows between any two tokens; not line feeds. */
export function skipBlanks(cursor: ByteCursor): void {
  const { bytes } = cursor;
  let { at } = cursor;
  while (bytes[at] === 0x20 || bytes[at] === 0x09 || bytes[at] === 0x0d) at += 1;
  cursor.at = at;
}

/** Passes one byte and the blanks before it, and tells whether it was `byte`. */
export function skipByte(cursor: ByteCursor, byte: number): boolean {
  if (cursor.bytes[cursor.at] !== byte) skipBlanks(cursor);
  if (cursor.bytes[cursor.at] !== byte) return false;
  cursor.at += 1;
  return true;
}

/** Passes any JSON value; fails where it is none. */
export function skipValue(cursor: ByteCursor, depth = 0): void {
  const byte = cursor.bytes[cursor.at];
  if (byte === 0x22) skipCheckedText(cursor);
  else if (byte === 0x7b && depth < deepest) skipMembers(cursor, depth);
  else if (byte === 0x5b && depth < deepest) skipItems(cursor, depth);
  else if (byte === 0x74) skipLiteral(cursor, 'true');
  else if (byte === 0x66) skipLiteral(cursor, 'false');
  else if (byte === 0x6e) skipLiteral(cursor, 'null');
  else skipNumber(cursor);
}

function skipCheckedText(cursor: ByteCursor): void {
  const start = cursor.at;
  cursor.at = start + 1;
  if (skipText(cursor) || cursor.failed) return;
  try {
    JSON.parse(cursor.textOf(start, cursor.at));
  } catch {
    fail(cursor);
  }
}

function skipLiteral(cursor: ByteCursor, literal: string): undefined {
  const { bytes, at } = cursor;
  for (let place = 0; place < literal.length; place += 1) {
    if (bytes[at + place] !== literal.charCodeAt(place)) return fail(cursor);
  }
  cursor.at = at + literal.length;
}

function skipNumber(cursor: ByteCursor): undefined {
  const { bytes } = cursor;
  let { at } = cursor;
  if (bytes[at] === 0x2d) at += 1;
  const first = at;
  at = skipDigits(bytes, at);
  if (at === first || (bytes[first] === 0x30 && at > first + 1)) return fail(cursor);
  if (bytes[at] === 0x2e) {
    const point = at + 1;
    at = skipDigits(bytes, point);
    if (at === point) return fail(cursor);
  }
  if (((bytes[at] ?? 0) | 0x20) === 0x65) {
    at += 1;
    if (bytes[at] === 0x2b || bytes[at] === 0x2d) at += 1;
    const exponent = at;
    at = skipDigits(bytes, exponent);
    if (at === exponent) return fail(cursor);
  }
  cursor.at = at;
}

function skipDigits(bytes: Uint8Array, from: number): number {
  let at = from;
  while ((bytes[at] ?? 0) >= 0x30 && (bytes[at] ?? 0) <= 0x39) at += 1;
  return at;
}

function skipItems(cursor: ByteCursor, depth: number): void {
  cursor.at += 1;
  if (skipByte(cursor, 0x5d)) return;
  do {
    skipBlanks(cursor);
    skipValue(cursor, depth + 1);
  } while (skipByte(cursor, 0x2c));
  if (!skipByte(cursor, 0x5d)) fail(cursor);
}

function skipMembers(cursor: ByteCursor, depth: number): undefined {
  cursor.at += 1;
  if (skipByte(cursor, 0x7d)) return;
  do {
    if (!skipByte(cursor, 0x22)) return fail(cursor);
    cursor.at -= 1;
    skipCheckedText(cursor);
    if (!skipByte(cursor, 0x3a)) return fail(cursor);
    skipBlanks(cursor);
    skipValue(cursor, depth + 1);
  } while (skipByte(cursor, 0x2c));
  if (!skipByte(cursor, 0x7d)) fail(cursor);
}
