import { Buffer } from 'node:buffer';
import { linesOf } from './line-blocks.ts';
import { lineText } from './line-text.ts';

const lineFeed = 0x0a;

/** What proves something is rarely farther behind than the pages but one. */
const pageBytes = 1024 * 1024;
const pagesKept = 5;
/** As many lines as all findings that are kept have. */
const linesKept = 10_000;

/** What was unpacked last: to read a line of a packed file again, all of it has to be unpacked. */
export interface RecentLines {
  /** Takes a copy of the next bytes. */
  push(chunk: Uint8Array): void;
  /** Keeps the line that begins at this place, if it is still there. */
  keep(offset: number): void;
  /** The lines that were kept, by where they begin. */
  readonly kept: ReadonlyMap<number, string>;
}

/**
 * Begins before the first byte. It copies into pages of its own, which are filled in turns: pieces
 * that it held on to would outlive the quick collections, and pile up until a full one.
 */
export function createRecentLines(): RecentLines {
  const kept = new Map<number, string>();
  /** The oldest first; all of them are full but the last. */
  const pages: Buffer[] = [];
  /** Where the first of them begins. */
  let start = 0;
  /** Bytes in the last one. */
  let filled = pageBytes;

  const beginning = (page: Buffer): Buffer => page.subarray(0, filled);
  const nextPage = (): void => {
    const oldest = pages.length < pagesKept ? undefined : pages.shift();
    if (oldest !== undefined) start += pageBytes;
    pages.push(oldest ?? Buffer.allocUnsafeSlow(pageBytes));
    filled = 0;
  };
  return {
    kept,
    push(chunk) {
      for (let at = 0; at < chunk.length; ) {
        if (filled === pageBytes) nextPage();
        const piece = chunk.subarray(at, at + pageBytes - filled);
        pages.at(-1)?.set(piece, filled);
        filled += piece.length;
        at += piece.length;
      }
    },
    keep(offset) {
      if (offset < start || kept.size >= linesKept || kept.has(offset)) return;
      const written = [...pages.slice(0, -1), ...pages.slice(-1).map(beginning)];
      const bytes = lineIn(written, offset - start);
      if (bytes === undefined) return;
      kept.set(offset, lineText(linesOf(bytes, bytes.length, 0), 0, bytes.length).text);
    },
  };
}

/** The line that begins at this place; undefined where it does not end. */
function lineIn(chunks: readonly Buffer[], at: number): Buffer | undefined {
  const pieces: Buffer[] = [];
  let from = at;
  for (const chunk of chunks) {
    if (from >= chunk.length) {
      from -= chunk.length;
      continue;
    }
    const end = chunk.indexOf(lineFeed, from);
    pieces.push(chunk.subarray(from, end < 0 ? chunk.length : end));
    if (end >= 0) return Buffer.concat(pieces);
    from = 0;
  }
  return undefined;
}
