import { type ByteCursor, fail } from './byte-cursor.ts';
import { isKept, mixed, scanText } from './scan-text.ts';
import { shortText } from './short-text.ts';
import { pairSlot, type TextTable, wordsPerText } from './text-table.ts';

const quote = 0x22;
const backslash = 0x5c;

/** Reads a string whose opening quote was passed. */
export function readText(cursor: ByteCursor): string {
  const start = cursor.at;
  const head = cursor.view.getInt32(start, true);
  if ((head & 0xff0000) === quote << 16) {
    // No text has a quote, so that a shorter one, and what follows it, is not taken for a pair.
    const pair = head & 0xffff;
    const slot = pairSlot(pair);
    if (cursor.texts.pairKeys[slot] === pair) {
      cursor.at = start + 3;
      return cursor.texts.pairs[slot] ?? '';
    }
  }
  return scanText(cursor) ? keptText(cursor, start, cursor.texts) : readAnyText(cursor);
}

/**
 * As {@link readText}, for what comes again soon or never, as the id of a message does: it is kept
 * apart from what stays, in a table that is small enough to be at hand.
 */
export function readId(cursor: ByteCursor): string {
  const start = cursor.at;
  return scanText(cursor) ? keptText(cursor, start, cursor.ids) : readAnyText(cursor);
}

/**
 * As {@link readText}, for what mostly has 16 letters and comes again, as a hash does: letters that
 * a text before had need not be looked over again.
 */
export function readHash(cursor: ByteCursor): string {
  const { view, bytes, at } = cursor;
  if (bytes[at + 16] !== quote) return readText(cursor);
  const { words, texts, mask } = cursor.texts;
  const first = view.getInt32(at, true);
  const second = view.getInt32(at + 4, true);
  const third = view.getInt32(at + 8, true);
  const fourth = view.getInt32(at + 12, true);
  const hash = mixed(mixed(mixed(mixed(mixed(0, first), second), third), fourth), 0);
  const slot = hash & mask;
  const base = slot * wordsPerText;
  const known =
    words[base] === first &&
    words[base + 1] === second &&
    words[base + 2] === third &&
    words[base + 3] === fourth &&
    words[base + 4] === 0;
  if (!known) return readText(cursor);
  cursor.hash = hash;
  cursor.at = at + 17;
  return texts[slot] ?? '';
}

/** The text that was just scanned, as it was made before, or else made now. */
function keptText(cursor: ByteCursor, start: number, table: TextTable): string {
  const { words, texts, mask } = table;
  const slot = cursor.hash & mask;
  const base = slot * wordsPerText;
  if (isKept(cursor, start, words, base)) return texts[slot] ?? '';
  const { wholeWords, view, bytes } = cursor;
  const length = cursor.at - 1 - start;
  const text = shortText(bytes, start, length) ?? cursor.textOf(start, start + length);
  for (let word = 0; word < wholeWords; word += 1) {
    words[base + word] = view.getInt32(start + word * 4, true);
  }
  words[base + wholeWords] = cursor.lastWord;
  texts[slot] = text;
  if (length === 2) keepPair(cursor, view.getInt32(start, true) & 0xffff, text);
  return text;
}

function keepPair({ texts: { pairs, pairKeys } }: ByteCursor, pair: number, text: string): void {
  const slot = pairSlot(pair);
  pairKeys[slot] = pair;
  pairs[slot] = text;
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
