import type { ByteCursor } from './byte-cursor.ts';
import { createByteCursor } from './byte-cursor.ts';
import { isKept, scanText } from './scan-text.ts';
import { wordsPerText } from './text-table.ts';

/** A closed set of short plain words, by their bytes. */
export interface WordTable {
  readonly mask: number;
  /** The number of the word that a slot holds, plus one; zero where it holds none. */
  readonly slots: Int32Array;
  readonly words: Int32Array;
}

/** Makes the table of `words`; each is ASCII without quotes and at most 31 long. */
export function createWordTable(words: readonly string[]): WordTable {
  const size = 2 ** Math.ceil(Math.log2(words.length * 4));
  const table: WordTable = {
    mask: size - 1,
    slots: new Int32Array(size),
    words: new Int32Array(words.length * wordsPerText),
  };
  for (const [number, word] of words.entries()) addWord(table, number, word);
  return table;
}

function addWord(table: WordTable, number: number, word: string): void {
  const bytes = new Uint8Array(2 * 4 * wordsPerText);
  for (let at = 0; at < word.length; at += 1) bytes[at] = word.charCodeAt(at);
  bytes[word.length] = 0x22;
  const cursor = createByteCursor('', false, 0, 1);
  cursor.view = new DataView(bytes.buffer);
  if (!scanText(cursor)) throw new RangeError(`${word} is too long or not plain`);
  let slot = cursor.hash & table.mask;
  while (table.slots[slot] !== 0) slot = (slot + 1) & table.mask;
  table.slots[slot] = number + 1;
  for (let at = 0; at < cursor.wholeWords; at += 1) {
    table.words[number * wordsPerText + at] = cursor.view.getInt32(at * 4, true);
  }
  table.words[number * wordsPerText + cursor.wholeWords] = cursor.lastWord;
}

/**
 * The number of the word that begins at the cursor, its opening quote being passed; −1 where it is
 * none of them, the cursor staying where it was where it is not even a short plain text.
 */
export function findWord(cursor: ByteCursor, { mask, slots, words }: WordTable): number {
  const start = cursor.at;
  if (!scanText(cursor)) return -1;
  let slot = cursor.hash & mask;
  for (;;) {
    const number = (slots[slot] ?? 0) - 1;
    if (number < 0 || isKept(cursor, start, words, number * wordsPerText)) return number;
    slot = (slot + 1) & mask;
  }
}
