import { Buffer, isAscii, isUtf8 } from 'node:buffer';
import { type LineBlock, slackBytes } from '@raftlens/trace';

/** Whole lines of a file, each with its line feed, which the last one may have been lent. */
export interface Lines extends LineBlock {
  readonly bytes: Buffer;
  /** All of it is ASCII, and no byte is NUL: nearly every line of nearly every log. */
  readonly plain: boolean;
  /** It is the last line of the file, which has no line end there: it may be cut. */
  readonly unterminated: boolean;
}

/** Hears of the lines of a file, in order. */
export interface LineListener {
  /** The bytes are overwritten once this returns. */
  onLines(lines: Lines): void;
  /** A line was passed over without being kept. */
  onTooLong(): void;
}

/** Cuts bytes where lines end, whatever the pieces that they come in. */
export interface LineBlocks {
  push(chunk: Uint8Array): void;
  /** The bytes ended; a last line without a line end is a line. */
  end(): void;
}

/**
 * Longest line that is read, in bytes: 4 MiB, as long as the longest line of a `raft-trace/1`.
 * A longer one is passed over without being kept, or told as `too-long` where it came whole.
 */
export const maxLineBytes: number = 4 * 1024 * 1024;

const lineFeed = 0x0a;
const firstCapacity = 64 * 1024;

/** The bytes of lines that have begun and not ended. */
interface Held {
  buffer: Buffer;
  length: number;
  /** Where in the file the buffer begins. */
  offset: number;
  /** The line is too long: all is passed over up to its end. */
  passing: boolean;
}

/** Makes a cutter that never holds more than `limit` bytes beside the piece at hand. */
export function createLineBlocks(listener: LineListener, limit: number = maxLineBytes): LineBlocks {
  const held: Held = {
    buffer: Buffer.alloc(firstCapacity + slackBytes),
    length: 0,
    offset: 0,
    passing: false,
  };
  return {
    push(chunk) {
      const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      const rest = held.passing ? passLine(held, bytes, listener) : bytes;
      if (rest.length === 0) return;
      append(held, rest);
      const end = held.buffer.lastIndexOf(lineFeed, held.length - 1) + 1;
      if (end > 0) {
        hand(held, end, listener);
        held.buffer.copyWithin(0, end, held.length);
        held.length -= end;
        held.offset += end;
      }
      // One byte more than the limit, as it may be a `\r` that belongs to the line end.
      if (held.length <= limit + 1) return;
      held.offset += held.length;
      held.length = 0;
      held.passing = true;
    },
    end() {
      if (held.passing) listener.onTooLong();
      else if (held.length > 0) {
        append(held, Buffer.of(lineFeed));
        hand(held, held.length, listener, true);
      }
      held.passing = false;
      held.length = 0;
    },
  };
}

/** Passes the rest of a line that is too long; gives what follows it. */
function passLine(held: Held, bytes: Buffer, listener: LineListener): Buffer {
  const end = bytes.indexOf(lineFeed) + 1;
  held.offset += end === 0 ? bytes.length : end;
  if (end === 0) return bytes.subarray(0, 0);
  held.passing = false;
  listener.onTooLong();
  return bytes.subarray(end);
}

function append(held: Held, bytes: Buffer): void {
  const length = held.length + bytes.length;
  if (length + slackBytes > held.buffer.length) {
    const larger = Buffer.alloc(2 * length + slackBytes);
    held.buffer.copy(larger, 0, 0, held.length);
    held.buffer = larger;
  }
  bytes.copy(held.buffer, held.length);
  held.length = length;
}

/** Hands the lines up to `end` on, with zeros for a while after them. */
function hand(held: Held, end: number, listener: LineListener, unterminated = false): void {
  const { buffer, offset } = held;
  const after = Buffer.from(buffer.subarray(end, end + slackBytes));
  buffer.fill(0, end, end + slackBytes);
  listener.onLines(linesOf(buffer, end, offset, unterminated));
  after.copy(buffer, end);
}

/** Lines in `bytes`, after which there are zeros enough. */
export function linesOf(
  bytes: Buffer,
  length: number,
  offset: number,
  unterminated = false,
): Lines {
  const whole = bytes.subarray(0, length);
  const ascii = isAscii(whole);
  return {
    bytes,
    length,
    offset,
    plain: ascii && !whole.includes(0),
    unterminated,
    utf8: ascii || isUtf8(whole),
    textOf: ascii
      ? (start, end) => bytes.toString('latin1', start, end)
      : (start, end) => bytes.toString('utf8', start, end),
  };
}
