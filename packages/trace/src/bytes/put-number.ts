import type { PutCursor } from './put-cursor.ts';

/** Beyond this many milliseconds (the year 2248) a double no longer holds every microsecond. */
const exactMicroseconds = 2 ** 43;

const digit0 = 0x30;

/** '00' to '99', each as one number of two bytes, the first the lower. */
const pairs: Uint16Array = Uint16Array.from(
  { length: 100 },
  (_, count) => digit0 + Math.floor(count / 10) + ((digit0 + (count % 10)) << 8),
);

/** Puts a whole number below 2^31. */
export function putInteger(c: PutCursor, p: number, value: number): number {
  const n = value | 0;
  if (n !== value || n < 0) return fail(c, p);
  if (n < 10) {
    c.bytes[p] = digit0 + n;
    return p + 1;
  }
  const end = p + digitsOf(n);
  let left = n;
  let at = end;
  while (left >= 100) {
    const rest = (left / 100) | 0;
    at -= 2;
    c.view.setUint16(at, pairs[left - rest * 100] ?? 0, true);
    left = rest;
  }
  if (left >= 10) c.view.setUint16(at - 2, pairs[left] ?? 0, true);
  else c.bytes[at - 1] = digit0 + left;
  return end;
}

/** The number of digits of a whole number of at least 10. */
function digitsOf(n: number): number {
  if (n < 100) return 2;
  if (n < 1000) return 3;
  if (n < 10_000) return 4;
  if (n < 100_000) return 5;
  if (n < 1_000_000) return 6;
  if (n < 10_000_000) return 7;
  if (n < 100_000_000) return 8;
  return n < 1_000_000_000 ? 9 : 10;
}

/** Puts a number with at most three decimals, as `printNumber` does. */
export function putNumber(c: PutCursor, p: number, value: number): number {
  if (!(value >= 0 && value < exactMicroseconds)) return fail(c, p);
  const micros = Math.round(value * 1000);
  const whole = Math.floor(micros / 1000);
  const end = putWhole(c, p, whole);
  return putThousandths(c, end, (micros - whole * 1000) | 0);
}

/** Milliseconds: their seconds alone are a number of 31 bits, until the year 2038. */
function putWhole(c: PutCursor, p: number, whole: number): number {
  if (whole < 1000) return putInteger(c, p, whole);
  const second = Math.floor(whole / 1000);
  const end = putInteger(c, p, second);
  const rest = (whole - second * 1000) | 0;
  const hundreds = (rest / 100) | 0;
  c.bytes[end] = digit0 + hundreds;
  c.view.setUint16(end + 1, pairs[rest - hundreds * 100] ?? 0, true);
  return end + 3;
}

/** '', '.5', '.12', '.001'. */
function putThousandths(c: PutCursor, p: number, count: number): number {
  if (count === 0) return p;
  const hundreds = (count / 100) | 0;
  const rest = count - hundreds * 100;
  c.bytes[p] = 0x2e;
  c.bytes[p + 1] = digit0 + hundreds;
  if (rest === 0) return p + 2;
  c.view.setUint16(p + 2, pairs[rest] ?? 0, true);
  return rest % 10 === 0 ? p + 3 : p + 4;
}

function fail(c: PutCursor, p: number): number {
  c.failed = true;
  return p;
}
