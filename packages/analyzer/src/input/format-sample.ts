import { Buffer } from 'node:buffer';
import { slackBytes } from '@raftlens/trace';
import { type Lines, linesOf } from './line-blocks.ts';
import { lineText } from './line-text.ts';

/** The format is told from so many lines at a time, */
const sampleLines = 200;
/** or from fewer where they are long; in bytes. */
const sampleLength = 1024 * 1024;

const lineFeed = 0x0a;
const byteOrderMark = '\uFEFF';

/** Lines that are held back until the format is known from them. */
export interface FormatSample {
  /** Takes lines from `start` on until there are enough; gives where the next one begins. */
  take(lines: Lines, start: number): number;
  /** Takes a line that was too long to be kept. */
  takeTooLong(): void;
  readonly full: boolean;
  /** Those lines that are text. */
  readonly texts: readonly string[];
  /** What is held, in order; undefined for a line that was too long. */
  readonly pieces: readonly (Lines | undefined)[];
}

/** Starts with no line; `atStart` where the first one is the first of the file. */
export function createFormatSample(atStart: boolean): FormatSample {
  const texts: string[] = [];
  const pieces: (Lines | undefined)[] = [];
  let count = 0;
  let length = 0;

  const enough = (): boolean => count >= sampleLines || length >= sampleLength;

  const takeText = (lines: Lines, start: number, end: number): void => {
    const { text, flaw } = lineText(lines, start, end);
    const isFirst = atStart && count === 0;
    count += 1;
    length += end - start;
    if (flaw !== undefined && flaw !== 'not-utf8') return;
    texts.push(isFirst && text.startsWith(byteOrderMark) ? text.slice(1) : text);
  };

  return {
    take(lines, start) {
      let at = start;
      while (at < lines.length && !enough()) {
        const end = lines.bytes.indexOf(lineFeed, at);
        takeText(lines, at, end);
        at = end + 1;
      }
      const bytes = Buffer.alloc(at - start + slackBytes);
      lines.bytes.copy(bytes, 0, start, at);
      pieces.push(linesOf(bytes, at - start, lines.offset + start, lines.unterminated));
      return at;
    },
    takeTooLong() {
      count += 1;
      pieces.push(undefined);
    },
    get full() {
      return enough();
    },
    texts,
    pieces,
  };
}
