import type { ByteCursor } from './byte-cursor.ts';
import { wordsPerText } from './text-table.ts';

/**
 * Looks over a short plain text up to its closing quote, four bytes at a time.
 *
 * True leaves the cursor after the quote and hash and last word in it. False leaves it where it
 * was: the text is long, has escapes, control characters or what is not ASCII, or does not end.
 */
export function scanText(cursor: ByteCursor): boolean {
  const { view, at } = cursor;
  let hash = 0;
  for (let words = 0; words < wordsPerText; words += 1) {
    const place = at + words * 4;
    const word = view.getInt32(place, true);
    // A byte of each is zero where the word has a quote or a backslash (Hacker's Delight, §6-1).
    const quotes = word ^ 0x22222222;
    const slashes = word ^ 0x5c5c5c5c;
    const quote = (quotes - 0x01010101) & ~quotes & 0x80808080;
    // The lowest of these bits is exact; above one that is set there may be false ones.
    const odd = (((slashes - 0x01010101) & ~slashes) | (word - 0x20202020) | word) & 0x80808080;
    if (quote !== 0) {
      const lowest = quote & -quote;
      if ((odd & (lowest - 1)) !== 0) return false;
      const last = word & ((lowest >>> 7) - 1);
      cursor.lastWord = last;
      cursor.wholeWords = words;
      cursor.hash = mixed(hash, last);
      // After the quote: so many whole bytes are above it in the word.
      cursor.at = place + 4 - (Math.clz32(lowest) >>> 3);
      return true;
    }
    if (odd !== 0) return false;
    hash = mixed(hash, word);
  }
  return false;
}

/** The hash of a text that goes on with `word`. */
export function mixed(hash: number, word: number): number {
  const product = Math.imul(hash ^ word, 0x2c1b3c6d);
  return product ^ (product >>> 15);
}

/** Whether the text last scanned, which begins at `start`, is the one kept at `base`. */
export function isKept(cursor: ByteCursor, start: number, kept: Int32Array, base: number): boolean {
  const { view, wholeWords } = cursor;
  for (let word = 0; word < wholeWords; word += 1) {
    if (kept[base + word] !== view.getInt32(start + word * 4, true)) return false;
  }
  return kept[base + wholeWords] === cursor.lastWord;
}
