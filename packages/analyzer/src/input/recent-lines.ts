import { Buffer } from 'node:buffer';
import { linesOf } from './line-blocks.ts';
import { lineText } from './line-text.ts';

const lineFeed = 0x0a;

/** What proves something is rarely farther behind than this, bytes. */
const bytesKept = 4 * 1024 * 1024;
/** As many lines as all findings that are kept have. */
const linesKept = 10_000;

/** What was unpacked last: to read a line of a packed file again, all of it has to be unpacked. */
export interface RecentLines {
  /** Takes the next bytes, which nobody may overwrite. */
  push(chunk: Uint8Array): void;
  /** Keeps the line that begins at this place, if it is still there. */
  keep(offset: number): void;
  /** The lines that were kept, by where they begin. */
  readonly kept: ReadonlyMap<number, string>;
}

/** Begins before the first byte. */
export function createRecentLines(): RecentLines {
  const kept = new Map<number, string>();
  let chunks: Buffer[] = [];
  /** Where the first of them begins, and the last one ends. */
  let start = 0;
  let end = 0;
  return {
    kept,
    push(chunk) {
      chunks.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
      end += chunk.length;
      let gone = 0;
      for (const { length } of chunks) {
        if (end - start - length < bytesKept) break;
        start += length;
        gone += 1;
      }
      if (gone > 0) chunks = chunks.slice(gone);
    },
    keep(offset) {
      if (offset < start || kept.size >= linesKept || kept.has(offset)) return;
      const bytes = lineIn(chunks, offset - start);
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
