import type { ByteCursor } from './byte-cursor.ts';
import { readText } from './read-text.ts';

/** A text that stood on a line before, and how to know it again. */
export interface SameText {
  text: string;
  /** Its bytes and the closing quote, by eights; the last eight may overlap those before. */
  readonly words: Float64Array;
  /** With the quote; less than eight where there is no text yet. */
  length: number;
}

/** The longest text that is compared as a whole. */
const longestSame = 63;

/** No text yet. */
export function createSameText(): SameText {
  return { text: '', words: new Float64Array(longestSame / 8 + 1), length: 0 };
}

/** As {@link readText}, for what is the same on most lines: it is compared, and not looked over. */
export function readSameText(cursor: ByteCursor, same: SameText): string {
  const { view, at } = cursor;
  const { length, words } = same;
  if (length >= 8 && view.getFloat64(at + length - 8, true) === words[0]) {
    let word = 1;
    while (word * 8 < length && view.getFloat64(at + word * 8 - 8, true) === words[word]) word += 1;
    if (word * 8 >= length) {
      cursor.at = at + length;
      return same.text;
    }
  }
  const text = readText(cursor);
  // With escapes or letters beyond ASCII it is not as long as its bytes.
  const bytes = cursor.at - at;
  if (cursor.failed || bytes !== text.length + 1 || bytes > longestSame || bytes < 8) return text;
  same.text = text;
  same.length = bytes;
  words[0] = view.getFloat64(at + bytes - 8, true);
  for (let word = 1; word * 8 < bytes; word += 1) {
    words[word] = view.getFloat64(at + word * 8 - 8, true);
  }
  return text;
}
