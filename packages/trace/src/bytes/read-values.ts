import type { EntryId, Link } from '../field-types.ts';
import { type MessageKind, messageKinds } from '../message-kind.ts';
import { type Role, roles } from '../role.ts';
import { type ByteCursor, fail } from './byte-cursor.ts';
import { readInteger } from './read-number.ts';
import { readHash, readText } from './read-text.ts';
import { skipBlanks, skipByte } from './skip-value.ts';
import { createWordTable, findWord } from './word-table.ts';

const roleTable = createWordTable(roles);
const kindTable = createWordTable(messageKinds);

/** What an entry begins with, and what is before its hash: eight bytes, as one number. */
const entryHead = eightBytes('{"term":');
const hashHead = eightBytes(',"hash":');

function eightBytes(text: string): number {
  const view = new DataView(new ArrayBuffer(8));
  for (let at = 0; at < 8; at += 1) view.setUint8(at, text.charCodeAt(at));
  return view.getFloat64(0, true);
}

/** Reads a role whose opening quote was passed. */
export function readRole(cursor: ByteCursor): Role | undefined {
  return roles[findWord(cursor, roleTable)] ?? fail(cursor);
}

/** Reads a message kind whose opening quote was passed. */
export function readKind(cursor: ByteCursor): MessageKind | undefined {
  return messageKinds[findWord(cursor, kindTable)] ?? fail(cursor);
}

/** Reads `true` or `false`. */
export function readFlag(cursor: ByteCursor): boolean {
  const { view, bytes, at } = cursor;
  const word = view.getInt32(at, true);
  if (word === 0x65757274) {
    cursor.at = at + 4;
    return true;
  }
  if (word !== 0x736c6166 || bytes[at + 4] !== 0x65) fail(cursor);
  else cursor.at = at + 5;
  return false;
}

/** Reads a list of strings. */
export function readTexts(cursor: ByteCursor): readonly string[] {
  return readList(cursor, readQuoted);
}

/** Reads a list of directed links. */
export function readLinks(cursor: ByteCursor): readonly Link[] {
  return readList(cursor, readLink);
}

/** Reads a list of the identities of entries. */
export function readEntries(cursor: ByteCursor): readonly EntryId[] {
  return readList(cursor, readEntry);
}

function readList<Item>(cursor: ByteCursor, read: (cursor: ByteCursor) => Item): readonly Item[] {
  if (!skipByte(cursor, 0x5b)) fail(cursor);
  if (skipByte(cursor, 0x5d)) return [];
  const items: Item[] = [];
  do items.push(read(cursor));
  while (skipByte(cursor, 0x2c));
  if (!skipByte(cursor, 0x5d)) fail(cursor);
  return items;
}

function readQuoted(cursor: ByteCursor): string {
  if (!skipByte(cursor, 0x22)) fail(cursor);
  return readText(cursor);
}

function readLink(cursor: ByteCursor): Link {
  const texts = readTexts(cursor);
  const [from = '', to = ''] = texts;
  if (texts.length !== 2) fail(cursor);
  return [from, to];
}

/** Reads an entry as we write it, blanks apart; an entry that a text before had is that one. */
function readEntry(cursor: ByteCursor): EntryId {
  const { view, bytes, at } = cursor;
  if (view.getFloat64(at, true) === entryHead) cursor.at = at + 8;
  else {
    if (!skipByte(cursor, 0x7b)) fail(cursor);
    skipKey(cursor, 'term');
  }
  const term = readInteger(cursor);
  const next = cursor.at;
  if (view.getFloat64(next, true) === hashHead && bytes[next + 8] === 0x22) cursor.at = next + 9;
  else {
    if (skipByte(cursor, 0x7d)) return { term, hash: undefined };
    if (!skipByte(cursor, 0x2c)) fail(cursor);
    skipKey(cursor, 'hash');
    if (!skipByte(cursor, 0x22)) fail(cursor);
  }
  const hash = readHash(cursor);
  if (!skipByte(cursor, 0x7d)) fail(cursor);
  const slot = cursor.hash & cursor.texts.mask;
  const known = cursor.entries[slot];
  if (known !== undefined && known.hash === hash && known.term === term) return known;
  const entry: EntryId = { term, hash };
  cursor.entries[slot] = entry;
  return entry;
}

/** Passes a key of four letters, its colon and blanks. */
function skipKey(cursor: ByteCursor, key: 'term' | 'hash'): void {
  if (!skipByte(cursor, 0x22)) fail(cursor);
  const { view, bytes, at } = cursor;
  const word = key === 'term' ? 0x6d726574 : 0x68736168;
  if (view.getInt32(at, true) !== word || bytes[at + 4] !== 0x22) fail(cursor);
  else cursor.at = at + 5;
  if (!skipByte(cursor, 0x3a)) fail(cursor);
  skipBlanks(cursor);
}
