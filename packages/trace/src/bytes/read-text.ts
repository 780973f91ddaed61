import { type ByteCursor, fail } from './byte-cursor.ts';
import { isKept, scanText } from './scan-text.ts';
import { wordsPerText } from './text-table.ts';

const quote = 0x22;
const backslash = 0x5c;

/** Reads a string whose opening quote was passed. */
export function readText(cursor: ByteCursor): string {
  const start = cursor.at;
  if (!scanText(cursor)) return readAnyText(cursor);
  const { words, texts, mask } = cursor.texts;
  const slot = cursor.hash & mask;
  const base = slot * wordsPerText;
  if (isKept(cursor, start, words, base)) return texts[slot] ?? '';
  const text = cursor.textOf(start, cursor.at - 1);
  const { wholeWords, view } = cursor;
  for (let word = 0; word < wholeWords; word += 1) {
    words[base + word] = view.getInt32(start + word * 4, true);
  }
  words[base + wholeWords] = cursor.lastWord;
  texts[slot] = text;
  return text;
}

/** A long text, or one with escapes or letters beyond ASCII. */
function readAnyText(cursor: ByteCursor): string {
  const start = cursor.at;
  const plain = skipText(cursor);
  if (cursor.failed) return '';
  if (plain) return cursor.textOf(start, cursor.at - 1);
  try {
    return String(JSON.parse(cursor.textOf(start - 1, cursor.at)));
  } catch {
    fail(cursor);
    return '';
  }
}

/**
 * Passes a string whose opening quote was passed; true when it has no escapes. Whether its escapes
 * are right is left to whoever reads it.
 */
export function skipText(cursor: ByteCursor): boolean {
  const { bytes, limit, utf8 } = cursor;
  let plain = true;
  for (let at = cursor.at; at < limit; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === quote) {
      cursor.at = at + 1;
      return plain;
    }
    if (byte === backslash) {
      plain = false;
      at += 1;
    }
    if (byte < 0x20 || (byte >= 0x80 && !utf8)) break;
  }
  fail(cursor);
  return false;
}
