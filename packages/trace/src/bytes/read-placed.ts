import type { EntryId, Link } from '../field-types.ts';
import type { MessageKind } from '../message-kind.ts';
import type { Role } from '../role.ts';
import { type ByteCursor, fail } from './byte-cursor.ts';
import { readInteger, readNumber } from './read-number.ts';
import { readText } from './read-text.ts';
import { readEntries, readFlag, readKind, readLinks, readRole, readTexts } from './read-values.ts';

// The key is told by its number. Where there is none, or a null, there is no value.

/** A string, the value of this key. */
export function textAt(cursor: ByteCursor, key: number): string | undefined {
  return findText(cursor, key) ? readText(cursor) : undefined;
}

/** A role, the value of this key. */
export function roleAt(cursor: ByteCursor, key: number): Role | undefined {
  return findText(cursor, key) ? readRole(cursor) : undefined;
}

/** A message kind, the value of this key. */
export function kindAt(cursor: ByteCursor, key: number): MessageKind | undefined {
  return findText(cursor, key) ? readKind(cursor) : undefined;
}

/** A whole number, the value of this key. */
export function integerAt(cursor: ByteCursor, key: number): number | undefined {
  return find(cursor, key) ? readInteger(cursor) : undefined;
}

/** A number, the value of this key. */
export function numberAt(cursor: ByteCursor, key: number): number | undefined {
  return find(cursor, key) ? readNumber(cursor) : undefined;
}

/** `true` or `false`, the value of this key. */
export function flagAt(cursor: ByteCursor, key: number): boolean | undefined {
  return find(cursor, key) ? readFlag(cursor) : undefined;
}

/** A list of strings, the value of this key. */
export function textsAt(cursor: ByteCursor, key: number): readonly string[] | undefined {
  return find(cursor, key) ? readTexts(cursor) : undefined;
}

/** A list of directed links, the value of this key. */
export function linksAt(cursor: ByteCursor, key: number): readonly Link[] | undefined {
  return find(cursor, key) ? readLinks(cursor) : undefined;
}

/** The identities of entries, the value of this key. */
export function entriesAt(cursor: ByteCursor, key: number): readonly EntryId[] | undefined {
  return find(cursor, key) ? readEntries(cursor) : undefined;
}

/** Shapes that are too rare to be read here: the line is left to the slow reader. */
export function rareAt(cursor: ByteCursor, key: number): undefined {
  return find(cursor, key) ? fail(cursor) : undefined;
}

function find(cursor: ByteCursor, key: number): boolean {
  const place = cursor.places[key] ?? 0;
  cursor.at = place;
  return place !== 0;
}

function findText(cursor: ByteCursor, key: number): boolean {
  if (!find(cursor, key)) return false;
  if (cursor.bytes[cursor.at] !== 0x22) {
    fail(cursor);
    return false;
  }
  cursor.at += 1;
  return true;
}
