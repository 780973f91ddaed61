import type { Role } from '../role.ts';
import type { ByteCursor } from './byte-cursor.ts';
import { createSameBytes, isSame, keepSame, type SameBytes } from './same-bytes.ts';

/**
 * What a line of a server said of it behind its counter, from its incarnation to the run: the next
 * one nearly always says the same.
 */
export interface SameTail extends SameBytes {
  inc: number | undefined;
  term: number | undefined;
  role: Role | undefined;
  group: string | undefined;
  run: string | undefined;
}

/** So many are kept at a time, by the last letters of the server's name. */
const tailSlots = 16;

/** `,"caller`, as the number that eight bytes make. */
const callerHead = eightBytes(',"caller');

function eightBytes(text: string): number {
  const view = new DataView(new ArrayBuffer(8));
  for (let at = 0; at < 8; at += 1) view.setUint8(at, text.charCodeAt(at));
  return view.getFloat64(0, true);
}

/** None yet. */
export function createSameTails(): readonly SameTail[] {
  return Array.from({ length: tailSlots }, () => ({
    ...createSameBytes(),
    inc: undefined,
    term: undefined,
    role: undefined,
    group: undefined,
    run: undefined,
  }));
}

/** The tail of the server whose name, and its closing quote, end at `end`. */
export function tailOf({ view, tails }: ByteCursor, end: number): SameTail | undefined {
  const letters = view.getInt32(end - 5, true);
  return tails[((letters >>> 24) ^ (letters >>> 16)) & (tailSlots - 1)];
}

/** Reads the rest of the envelope where it is what `tail` says, and nothing more. */
export function readSameTail(cursor: ByteCursor, tail: SameTail): boolean {
  const { view, at } = cursor;
  if (!isSame(view, at, tail)) return false;
  const end = at + tail.length;
  if (view.getFloat64(end, true) === callerHead) return false;
  cursor.at = end;
  cursor.inc = tail.inc;
  cursor.term = tail.term;
  cursor.role = tail.role;
  cursor.group = tail.group;
  cursor.run = tail.run;
  cursor.caller = undefined;
  return true;
}

/** Keeps what was just read from `start` on; only what ends with the run, in plain letters. */
export function keepTail(cursor: ByteCursor, start: number, tail: SameTail): void {
  const { view, bytes, at } = cursor;
  tail.length = 0;
  if (cursor.failed || cursor.run === undefined || cursor.caller !== undefined) return;
  // Whether other letters are told is for the block to say that they stand in.
  for (let place = start; place < at; place += 1) if ((bytes[place] ?? 0) >= 0x80) return;
  keepSame(view, start, at - start, tail);
  tail.inc = cursor.inc;
  tail.term = cursor.term;
  tail.role = cursor.role;
  tail.group = cursor.group;
  tail.run = cursor.run;
}
