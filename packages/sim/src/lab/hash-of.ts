import { decimalCodes, isDecimal } from '../decimal.ts';

/** Asked of each server in turn, so that the last one's is often the one that is wanted. */
let hashed: { readonly command: unknown; readonly hash: string } | undefined;

/** Commands are told apart by a 64-bit FNV-1a of their text. */
export function hashOf(command: unknown): string {
  if (hashed === undefined || hashed.command !== command) {
    const hash = isDecimal(command) ? hashOfDecimal(command) : hashOfText(String(command));
    hashed = { command, hash };
  }
  return hashed.hash;
}

const codes: number[] = [];

function hashOfDecimal(value: number): string {
  const length = decimalCodes(value, codes);
  let high = highBasis;
  let low = lowBasis;
  for (let index = 0; index < length; index += 1) {
    const unit = codes[index] ?? 0;
    high = Math.imul(high ^ unit, prime);
    low = Math.imul(low ^ (unit + index), prime);
  }
  return hex(high) + hex(low);
}

function hashOfText(text: string): string {
  let high = highBasis;
  let low = lowBasis;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, prime);
    low = Math.imul(low ^ (unit + index), prime);
  }
  return hex(high) + hex(low);
}

const highBasis = 0x811c9dc5;
const lowBasis = 0xcbf29ce4;
const prime = 0x01000193;

/** Eight digits. The digits are put together from a table, as this names every command. */
function hex(word: number): string {
  return bytes(word >>> 16) + bytes(word);
}

function bytes(word: number): string {
  return (hexBytes[(word >>> 8) & 0xff] ?? '') + (hexBytes[word & 0xff] ?? '');
}

const hexBytes: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).padStart(2, '0'),
);
