import type { Origin } from '../envelope.ts';
import type { ByteCursor } from './byte-cursor.ts';
import { skipText } from './read-text.ts';

/** `,"ms` and `g":"`, as the numbers that four bytes make. */
const msgHead = 0x736d222c;
const msgTail = 0x223a2267;

/** Whether the line ends here as we write it: perhaps pino's `msg`, the brace, the line feed. */
export function endsLine(cursor: ByteCursor): boolean {
  const { bytes, view } = cursor;
  if (
    view.getInt32(cursor.at, true) === msgHead &&
    view.getInt32(cursor.at + 4, true) === msgTail
  ) {
    cursor.at += 8;
    // Escapes in it are checked by the reader that knows no order of keys.
    if (!skipText(cursor)) return false;
  }
  if (bytes[cursor.at] !== 0x7d || bytes[cursor.at + 1] !== 0x0a) return false;
  cursor.next = cursor.at + 2;
  return true;
}

/** Where the line stands that was read last. */
export function originOf(cursor: ByteCursor): Origin {
  const { file, line, start, offset, keepText } = cursor;
  const text = keepText ? textOfLine(cursor) : undefined;
  return { file, line, text, offset: offset + start };
}

function textOfLine({ bytes, start, next, textOf }: ByteCursor): string {
  const end = bytes[next - 2] === 0x0d ? next - 2 : next - 1;
  return textOf(start, end);
}
