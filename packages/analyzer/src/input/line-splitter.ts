import { Buffer, isAscii, isUtf8 } from 'node:buffer';

/**
 * What is wrong with the bytes of a line: longer than the limit, holding NUL bytes (both are not
 * handed on), or not UTF-8 (handed on, with U+FFFD in place of what is no text).
 */
export type Flaw = 'too-long' | 'nul' | 'not-utf8';

/** Called for each line, in order. `text` has no line end and is empty for a line not handed on. */
export type OnLine = (text: string, number: number, flaw: Flaw | undefined) => void;

/** Cuts bytes into lines, whatever the pieces that they come in. */
export interface LineSplitter {
  push(chunk: Uint8Array): void;
  /** The bytes ended; a last line without a line end is a line. */
  end(): void;
}

/**
 * Longest line that is read, in bytes: 4 MiB, as long as the longest line of a `raft-trace/1`.
 * A longer one is reported as `too-long` and passed over without being kept.
 */
export const maxLineBytes: number = 4 * 1024 * 1024;

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Makes a splitter that never holds more than `limit` bytes.
 *
 * A line ends at `\n`; one `\r` before it belongs to the line end. Each line is decoded by itself:
 * a slice of a decoded chunk would keep the whole chunk alive for as long as one line is evidence.
 */
export function createLineSplitter(onLine: OnLine, limit: number = maxLineBytes): LineSplitter {
  let number = 0;
  /** Pieces of the line that has begun and not ended; emptied once it is too long. */
  let pieces: Buffer[] = [];
  let length = 0;

  const keep = (piece: Buffer): void => {
    length += piece.length;
    // One byte more than the limit, as it may be a `\r` that belongs to the line end.
    if (length > limit + 1) pieces = [];
    else if (piece.length > 0) pieces.push(Buffer.from(piece));
  };

  const emit = (bytes: Buffer, plain: boolean): void => {
    number += 1;
    if (bytes.length > limit) onLine('', number, 'too-long');
    else if (plain) onLine(bytes.toString('latin1'), number, undefined);
    else if (bytes.includes(0)) onLine('', number, 'nul');
    else onLine(bytes.toString('utf8'), number, isUtf8(bytes) ? undefined : 'not-utf8');
  };

  const finish = (): void => {
    if (length > limit + 1) {
      number += 1;
      onLine('', number, 'too-long');
    } else emit(withoutReturn(Buffer.concat(pieces)), false);
    pieces = [];
    length = 0;
  };

  return {
    push(chunk) {
      const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      // Looked at once a chunk: nearly every line of nearly every log is plain ASCII.
      const plain = isAscii(bytes) && !bytes.includes(0);
      let start = 0;
      for (;;) {
        const end = bytes.indexOf(lineFeed, start);
        if (end < 0) break;
        if (length === 0) emit(withoutReturn(bytes.subarray(start, end)), plain);
        else {
          keep(bytes.subarray(start, end));
          finish();
        }
        start = end + 1;
      }
      keep(bytes.subarray(start));
    },
    end() {
      if (length > 0) finish();
    },
  };
}

function withoutReturn(bytes: Buffer): Buffer {
  return bytes.at(-1) === carriageReturn ? bytes.subarray(0, -1) : bytes;
}
