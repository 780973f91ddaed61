import type { EntryId } from '../field-types.ts';
import type { Role } from '../role.ts';
import { createSameBytes, type SameBytes } from './same-bytes.ts';
import { createSameTails, type SameTail } from './same-tail.ts';
import { createSameText, type SameText } from './same-text.ts';
import { createTextTable, idSlots, type TextTable, textSlots } from './text-table.ts';

/** Lines as bytes, each with its line feed. */
export interface LineBlock {
  /** UTF-8; after `length` there are at least {@link slackBytes} zeros, as words are read whole. */
  readonly bytes: Uint8Array;
  readonly length: number;
  /** Where the first byte stands in the file. */
  readonly offset: number;
  /** Whether all of it is known to be valid UTF-8; else lines that are not ASCII are left alone. */
  readonly utf8: boolean;
  /** The text of these bytes. */
  textOf(start: number, end: number): string;
}

/** So many zero bytes must follow the lines of a {@link LineBlock}. */
export const slackBytes = 192;

/** Where decoding stands in a block, and what it found on the line at hand. */
export interface ByteCursor {
  bytes: Uint8Array;
  view: DataView;
  limit: number;
  utf8: boolean;
  textOf: LineBlock['textOf'];
  /** The next byte to be looked at. */
  at: number;
  /** The line is not of a kind that is read here: nothing found on it counts. */
  failed: boolean;
  /** What was found in the last text: hash, whole words, the bytes below the quote. */
  hash: number;
  wholeWords: number;
  lastWord: number;
  readonly texts: TextTable;
  /** Entries seen lately, each beside its hash in `texts`: most of them come again soon. */
  readonly entries: (EntryId | undefined)[];
  /** Ids of messages, apart. */
  readonly ids: TextTable;
  /** What the line before began with, up to the name of its event: most are of the same moment. */
  readonly sameHead: SameBytes;
  readonly tails: readonly SameTail[];
  readonly sameRun: SameText;
  readonly sameGroup: SameText;
  /** Where the value of each known key begins, by the number of the key; 0 where there is none. */
  readonly places: Int32Array;
  /** The line is read by `places`, not by the order in which keys are written. */
  placed: boolean;
  time: number;
  node: string | undefined;
  seq: number | undefined;
  inc: number | undefined;
  term: number | undefined;
  role: Role | undefined;
  group: string | undefined;
  run: string | undefined;
  caller: string | undefined;
  file: string;
  line: number;
  start: number;
  offset: number;
  keepText: boolean;
  /** Where the next line begins. */
  next: number;
}

const nothing = new Uint8Array(slackBytes);

/** A cursor in nothing yet, for the lines of `file`. `slots` is how many texts it remembers. */
export function createByteCursor(
  file: string,
  keepText: boolean,
  keys: number,
  slots: number = textSlots,
): ByteCursor {
  return {
    bytes: nothing,
    view: new DataView(nothing.buffer),
    limit: 0,
    utf8: false,
    textOf: () => '',
    at: 0,
    failed: false,
    hash: 0,
    wholeWords: 0,
    lastWord: 0,
    texts: createTextTable(slots),
    entries: new Array<EntryId | undefined>(slots).fill(undefined),
    ids: createTextTable(Math.min(slots, idSlots)),
    sameHead: createSameBytes(),
    tails: createSameTails(),
    sameRun: createSameText(),
    sameGroup: createSameText(),
    places: new Int32Array(keys),
    placed: false,
    time: 0.5,
    node: undefined,
    seq: undefined,
    inc: undefined,
    term: undefined,
    role: undefined,
    group: undefined,
    run: undefined,
    caller: undefined,
    file,
    line: 0,
    start: 0,
    offset: 0,
    keepText,
    next: 0,
  };
}

/** Gives the line up. Nothing matches in the zeros after the block, so that reading on is safe. */
export function fail(cursor: ByteCursor): undefined {
  cursor.failed = true;
  cursor.at = cursor.limit;
  return undefined;
}
