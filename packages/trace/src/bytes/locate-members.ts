import type { ByteCursor } from './byte-cursor.ts';
import { skipText } from './read-text.ts';
import { skipBlanks, skipByte, skipValue } from './skip-value.ts';
import { findWord, type WordTable } from './word-table.ts';

/**
 * Notes where on the line the value of each known key begins, whatever their order; of a key that
 * comes twice the last counts, and null is no value. False where the line is no JSON object, or
 * one that is left to the slow reader.
 */
export function locateMembers(cursor: ByteCursor, keys: WordTable): boolean {
  const { places, bytes } = cursor;
  places.fill(0);
  if (!skipByte(cursor, 0x7b)) return false;
  do {
    if (!skipByte(cursor, 0x22)) return false;
    const start = cursor.at;
    const key = findWord(cursor, keys);
    // An escaped key may be any key.
    if (key < 0 && cursor.at === start && !skipText(cursor)) return false;
    if (!skipByte(cursor, 0x3a)) return false;
    skipBlanks(cursor);
    if (key >= 0) places[key] = bytes[cursor.at] === 0x6e ? 0 : cursor.at;
    skipValue(cursor);
  } while (skipByte(cursor, 0x2c));
  if (!skipByte(cursor, 0x7d)) return false;
  skipBlanks(cursor);
  if (bytes[cursor.at] !== 0x0a) return false;
  cursor.next = cursor.at + 1;
  return true;
}
