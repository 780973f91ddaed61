import type { EntryId } from '../field-types.ts';
import { makeRoom, type PutCursor } from './put-cursor.ts';
import { putInteger } from './put-number.ts';
import { longestText, putText } from './put-text.ts';

const comma = 0x2c;
const quote = 0x22;
const closingBrace = 0x7d;
const openingBracket = 0x5b;
const closingBracket = 0x5d;

/** No entry that is put here takes more bytes, its comma counted in. */
const longestEntry = longestText + 48;

// Words of four letters.
const wordTrue = wordOf('true');
const wordFals = wordOf('fals');
const wordTerm1 = wordOf('{"te');
const wordTerm2 = wordOf('rm":');
const wordHash1 = wordOf(',"ha');
const wordHash2 = wordOf('sh":');

/** Four letters as one number, the first the lowest. */
function wordOf(text: string): number {
  return [...text].reduceRight((word, letter) => (word << 8) | letter.charCodeAt(0), 0);
}

/** Puts `true` or `false`. */
export function putFlag(c: PutCursor, p: number, flag: boolean): number {
  if (flag) {
    c.view.setInt32(p, wordTrue, true);
    return p + 4;
  }
  c.view.setInt32(p, wordFals, true);
  c.bytes[p + 4] = 0x65;
  return p + 5;
}

/** Puts a list of strings; afterwards the bytes may be others. */
export function putTexts(c: PutCursor, p: number, texts: readonly string[]): number {
  makeRoom(c, p, texts.length * (longestText + 3));
  let at = p;
  c.bytes[at] = openingBracket;
  at += 1;
  for (let index = 0; index < texts.length; index += 1) {
    if (index > 0) {
      c.bytes[at] = comma;
      at += 1;
    }
    c.bytes[at] = quote;
    at = putText(c, at + 1, texts[index] ?? '');
  }
  c.bytes[at] = closingBracket;
  return at + 1;
}

/** Puts the identities of entries; afterwards the bytes may be others. */
export function putEntries(c: PutCursor, p: number, entries: readonly EntryId[]): number {
  makeRoom(c, p, entries.length * longestEntry);
  let at = p;
  c.bytes[at] = openingBracket;
  at += 1;
  for (let index = 0; index < entries.length; index += 1) {
    const entry = entries[index];
    if (entry === undefined) continue;
    if (index > 0) {
      c.bytes[at] = comma;
      at += 1;
    }
    at = putEntry(c, at, entry);
  }
  c.bytes[at] = closingBracket;
  return at + 1;
}

function putEntry(c: PutCursor, p: number, { term, hash }: EntryId): number {
  const { view, bytes } = c;
  view.setInt32(p, wordTerm1, true);
  view.setInt32(p + 4, wordTerm2, true);
  let at = putInteger(c, p + 8, term);
  if (hash !== undefined) {
    view.setInt32(at, wordHash1, true);
    view.setInt32(at + 4, wordHash2, true);
    bytes[at + 8] = quote;
    at = putText(c, at + 9, hash);
  }
  bytes[at] = closingBrace;
  return at + 1;
}

/** Puts what is rare with its whole line. */
export function putRare(c: PutCursor, p: number, _value: unknown): number {
  c.failed = true;
  return p;
}
