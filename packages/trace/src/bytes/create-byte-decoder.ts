import type { TraceEvent } from '../trace-event.ts';
import { createByteCursor, type LineBlock } from './byte-cursor.ts';
import {
  eventDecoders,
  eventNames,
  keyNames,
  keyOfEvent,
  readEnvelope,
  readEventName,
  readHead,
} from './event-decoders.gen.ts';
import { locateMembers } from './locate-members.ts';
import { createWordTable } from './word-table.ts';

/** Decodes lines from their bytes, several times as fast as `decodeLine` does from text. */
export interface ByteDecoder {
  /** Goes on with these bytes. */
  load(block: LineBlock): void;
  /**
   * The event of the line, counted from 1, that begins at `start`; just what `decodeLine` makes of
   * it. Undefined where it takes `decodeLine` to tell what the line is: nothing is known then.
   */
  decode(start: number, line: number): TraceEvent | undefined;
  /** Where the line after the one decoded last begins. */
  next(): number;
  /** Whether the line decoded last has a number of its server. */
  isCounted(): boolean;
}

/** How to decode. */
export interface ByteDecoderOptions {
  /** Goes into each event's `at`. */
  readonly file: string;
  /** Whether each event's `at` has the text of its line; it always says where the line begins. */
  readonly keepText: boolean;
}

const keyTable = createWordTable(keyNames);

/**
 * Makes a decoder. Lines as `encodeEvent` writes them are read by straight-line code that was
 * generated from the catalogue; others key by key; what neither expects is left alone.
 */
export function createByteDecoder({ file, keepText }: ByteDecoderOptions): ByteDecoder {
  const cursor = createByteCursor(file, keepText, keyNames.length);

  const decodeWritten = (start: number): TraceEvent | undefined => {
    cursor.placed = false;
    if (!readHead(cursor, start)) return undefined;
    const event = readEventName(cursor);
    const name = eventNames[event];
    if (name === undefined) return undefined;
    readEnvelope(cursor);
    return eventDecoders[event]?.(cursor, name);
  };

  const decodePlaced = (start: number): TraceEvent | undefined => {
    cursor.placed = true;
    cursor.failed = false;
    cursor.at = start;
    if (!locateMembers(cursor, keyTable)) return undefined;
    const place = cursor.places[keyOfEvent] ?? 0;
    if (cursor.failed || cursor.bytes[place] !== 0x22) return undefined;
    cursor.at = place + 1;
    const event = readEventName(cursor);
    const name = eventNames[event];
    if (name === undefined) return undefined;
    readEnvelope(cursor);
    return eventDecoders[event]?.(cursor, name);
  };

  return {
    load({ bytes, length, offset, utf8, textOf }) {
      cursor.bytes = bytes;
      cursor.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      cursor.limit = length;
      cursor.offset = offset;
      cursor.utf8 = utf8;
      cursor.textOf = textOf;
    },
    decode(start, line) {
      cursor.start = start;
      cursor.line = line;
      cursor.failed = false;
      return decodeWritten(start) ?? decodePlaced(start);
    },
    next: () => cursor.next,
    isCounted: () => cursor.seq !== undefined,
  };
}
