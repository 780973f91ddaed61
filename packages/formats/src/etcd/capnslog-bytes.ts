const dash = 0x2d;
const space = 0x20;
const colon = 0x3a;
const dot = 0x2e;
const bar = 0x7c;
const zero = 0x30;

/** What stands in `2020-01-20 22:15:10.`: a digit for each `0`. */
const shape: readonly number[] = bytesOf('0000-00-00 00:00:00.');
const longestFraction = 9;
const longestComponent = 60;
const raft: readonly number[] = bytesOf('raft');

/**
 * Whether the line from `start` to its end at `end`, which is ASCII, is one of capnslog by another
 * component than `raft`: `2020-01-20 22:15:10.486344 I | etcdserver: ` and something behind it.
 */
export function isOfOtherComponent(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = 0; at < shape.length; at += 1) {
    const wanted = shape[at];
    const byte = bytes[start + at] ?? 0;
    if (wanted === zero ? !isDigit(byte) : byte !== wanted) return false;
  }
  const fraction = start + shape.length;
  let at = fraction;
  while (isDigit(bytes[at] ?? 0)) at += 1;
  if (at === fraction || at - fraction > longestFraction) return false;
  if (bytes[at] !== space || !isCapital(bytes[at + 1] ?? 0) || bytes[at + 2] !== space)
    return false;
  if (bytes[at + 3] !== bar || bytes[at + 4] !== space) return false;
  const component = at + 5;
  at = component;
  while (isOfComponent(bytes[at] ?? 0)) at += 1;
  if (at === component || at - component > longestComponent || bytes[at] !== colon) return false;
  if (bytes[at + 1] !== space || at + 2 >= end || (bytes[at + 2] ?? 0) <= space) return false;
  return (
    at - component !== raft.length || raft.some((byte, index) => bytes[component + index] !== byte)
  );
}

function bytesOf(text: string): readonly number[] {
  return [...text].map((letter) => letter.charCodeAt(0));
}

function isDigit(byte: number): boolean {
  return byte >= zero && byte <= 0x39;
}

function isCapital(byte: number): boolean {
  return byte >= 0x41 && byte <= 0x5a;
}

/** A letter, a digit, or one of `_/.-`. */
function isOfComponent(byte: number): boolean {
  const small = byte | 0x20;
  if (small >= 0x61 && small <= 0x7a) return true;
  return (byte >= dot && byte <= 0x39) || byte === dash || byte === 0x5f;
}
