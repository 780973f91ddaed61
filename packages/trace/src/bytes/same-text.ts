import type { ByteCursor } from './byte-cursor.ts';
import { readText } from './read-text.ts';
import { createSameBytes, isSame, keepSame, type SameBytes } from './same-bytes.ts';

/** A text that stood on a line before, and its bytes with the closing quote. */
export interface SameText extends SameBytes {
  text: string;
}

/** No text yet. */
export function createSameText(): SameText {
  return { ...createSameBytes(), text: '' };
}

/** As {@link readText}, for what is the same on most lines: it is compared, and not looked over. */
export function readSameText(cursor: ByteCursor, same: SameText): string {
  const { view, at } = cursor;
  if (isSame(view, at, same)) {
    cursor.at = at + same.length;
    return same.text;
  }
  const text = readText(cursor);
  // With escapes or letters beyond ASCII it is not as long as its bytes.
  const bytes = cursor.at - at;
  if (cursor.failed || bytes !== text.length + 1) return text;
  same.text = text;
  keepSame(view, at, bytes, same);
  return text;
}
