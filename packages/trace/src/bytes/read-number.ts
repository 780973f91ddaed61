import { type ByteCursor, fail } from './byte-cursor.ts';

const zero = 0x30;
const point = 0x2e;
/** As many digits as always fit into 32 bits. */
const shortDigits = 9;
/** No integer up to 2^53 has more. */
const mostDigits = 16;

/** Reads a whole number from 0 to 2^53 − 1, written as such; anything else fails. */
export function readInteger(cursor: ByteCursor): number {
  const { bytes, at } = cursor;
  let place = at;
  let value = 0;
  for (; place < at + shortDigits; place += 1) {
    const digit = (bytes[place] ?? 0) - zero;
    if (digit < 0 || digit > 9) break;
    value = (value * 10 + digit) | 0;
  }
  if (place === at + shortDigits) return readLongInteger(cursor, value);
  if (place === at || (bytes[at] === zero && place > at + 1) || goesOn(bytes[place])) {
    fail(cursor);
    return 0;
  }
  cursor.at = place;
  return value;
}

function readLongInteger(cursor: ByteCursor, head: number): number {
  const { bytes, at } = cursor;
  let place = at + shortDigits;
  let value = head;
  for (; place <= at + mostDigits; place += 1) {
    const digit = (bytes[place] ?? 0) - zero;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
  }
  if (bytes[at] === zero || goesOn(bytes[place]) || value > Number.MAX_SAFE_INTEGER) {
    fail(cursor);
    return 0;
  }
  cursor.at = place;
  return value;
}

/** Whether what follows the digits still belongs to the number: `.`, `e`, `E` or a digit. */
function goesOn(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  return byte === point || (byte | 0x20) === 0x65 || (byte >= zero && byte <= zero + 9);
}

const powersOfTen: readonly number[] = Array.from({ length: mostDigits + 1 }, (_, n) => 10 ** n);

/**
 * Reads a number of at most 16 digits, without sign and exponent; anything else fails.
 *
 * Digits up to 2^53 and powers of ten up to 10^22 are exact as doubles, so that one division rounds
 * as JSON.parse does.
 */
export function readNumber(cursor: ByteCursor): number {
  const { bytes, view, at } = cursor;
  let place = at;
  let value = 0;
  for (;;) {
    const four = fourDigits(view.getInt32(place, true));
    if (four < 0 || place > at + mostDigits) break;
    value = value * 10_000 + four;
    place += 4;
  }
  for (;;) {
    const digit = (bytes[place] ?? 0) - zero;
    if (digit < 0 || digit > 9 || place > at + mostDigits) break;
    value = value * 10 + digit;
    place += 1;
  }
  if (place === at || (bytes[at] === zero && place > at + 1)) {
    fail(cursor);
    return 0.5;
  }
  let fraction = 0;
  if (bytes[place] === point) {
    for (;;) {
      place += 1;
      const digit = (bytes[place] ?? 0) - zero;
      if (digit < 0 || digit > 9 || fraction > mostDigits) break;
      value = value * 10 + digit;
      fraction += 1;
    }
    if (fraction === 0) {
      fail(cursor);
      return 0.5;
    }
  }
  if (value > Number.MAX_SAFE_INTEGER || fraction > mostDigits || goesOn(bytes[place])) {
    fail(cursor);
    return 0.5;
  }
  cursor.at = place;
  return fraction === 0 ? value : value / (powersOfTen[fraction] ?? 1);
}

/** The number that four digits make, −1 where one of them is none; the first is the lowest byte. */
function fourDigits(word: number): number {
  // Of '0' to '9' the upper half is 3, and stays so when 6 is added.
  if (((word & 0xf0f0f0f0) ^ 0x30303030) !== 0) return -1;
  if ((((word + 0x06060606) & 0xf0f0f0f0) ^ 0x30303030) !== 0) return -1;
  const digits = word & 0x0f0f0f0f;
  const pairs = digits * 10 + (digits >>> 8);
  return (pairs & 0xff) * 100 + ((pairs >>> 16) & 0xff);
}
