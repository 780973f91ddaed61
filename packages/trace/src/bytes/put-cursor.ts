import { createTextKept, type TextKept } from './put-same-text.ts';
import { createTimeKept, type TimeKept } from './put-time.ts';

/** So many bytes hold every key of an event and every value that is not a list. */
export const roomForFields = 8192;

/** Eight spaces: bytes of former lines could make a word of eight that is no number. */
export const blankWord: number = new Float64Array(new Uint8Array(8).fill(0x20).buffer)[0] ?? 0;

/** Where lines are put, and how far they go. */
export interface PutCursor {
  bytes: Uint8Array;
  view: DataView;
  /** Where the next line begins. */
  at: number;
  /** A value of the event at hand is not one that is put here: its line does not count. */
  failed: boolean;
  readonly sameRun: TextKept;
  readonly sameGroup: TextKept;
  readonly sameTime: TimeKept;
}

/** Starts with nothing, and room for `size` bytes and one more event. */
export function createPutCursor(size: number): PutCursor {
  const bytes = new Uint8Array(size + roomForFields);
  return {
    bytes,
    view: new DataView(bytes.buffer),
    at: 0,
    failed: false,
    sameRun: createTextKept(),
    sameGroup: createTextKept(),
    sameTime: createTimeKept(),
  };
}

/** Makes room for `more` bytes from `p` on, and for the fields that follow. */
export function makeRoom(c: PutCursor, p: number, more: number): void {
  const needed = p + more + roomForFields;
  if (needed <= c.bytes.length) return;
  const bytes = new Uint8Array(Math.max(needed, c.bytes.length * 2));
  bytes.set(c.bytes.subarray(0, p));
  c.bytes = bytes;
  c.view = new DataView(bytes.buffer);
}
