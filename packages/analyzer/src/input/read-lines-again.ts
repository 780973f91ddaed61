import { Buffer } from 'node:buffer';
import { compressionOf, decompress, longestMagic } from './decompress.ts';
import { linesOf, maxLineBytes } from './line-blocks.ts';
import { lineText } from './line-text.ts';
import type { Source } from './source.ts';

const lineFeed = 0x0a;

/**
 * Reads the lines of `source` that begin at these offsets again: each by itself, or all in one pass
 * where the file is compressed. Those that cannot be read, as the file is gone, are left out.
 */
export async function readLinesAgain(
  source: Source,
  offsets: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const lines = new Map<number, string>();
  const wanted = [...new Set(offsets)].sort((a, b) => a - b);
  const openAt = source.openAt?.bind(source);
  if (openAt === undefined || wanted.length === 0) return lines;
  try {
    if (await isCompressed(openAt)) {
      await readInPass(decompress(openAt(0)), wanted, lines);
    } else {
      for (const offset of wanted) await readInPass(openAt(offset), [0], lines, offset);
    }
  } catch {
    // The evidence still says file and line.
  }
  return lines;
}

async function isCompressed(openAt: NonNullable<Source['openAt']>): Promise<boolean> {
  let head = Buffer.alloc(0);
  for await (const chunk of openAt(0)) {
    head = Buffer.concat([head, chunk]);
    if (head.length >= longestMagic) break;
  }
  return compressionOf(head) !== undefined;
}

/** Takes the lines at the `wanted` places of what `chunks` hold, and reads no further. */
async function readInPass(
  chunks: AsyncIterable<Uint8Array>,
  wanted: readonly number[],
  lines: Map<number, string>,
  base = 0,
): Promise<void> {
  let next = 0;
  let chunkStart = 0;
  let pieces: Buffer[] = [];
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    for (let start = wanted[next]; start !== undefined; start = wanted[next]) {
      const from = Math.max(0, start - chunkStart);
      if (from >= bytes.length) break;
      const end = bytes.indexOf(lineFeed, from);
      pieces.push(Buffer.from(bytes.subarray(from, end < 0 ? bytes.length : end)));
      if (end < 0) break;
      lines.set(base + start, textOf(pieces));
      pieces = [];
      next += 1;
    }
    chunkStart += bytes.length;
    if (next === wanted.length || lengthOf(pieces) > maxLineBytes + 1) return;
  }
  const last = wanted[next];
  if (pieces.length > 0 && last !== undefined) lines.set(base + last, textOf(pieces));
}

function lengthOf(pieces: readonly Buffer[]): number {
  return pieces.reduce((length, piece) => length + piece.length, 0);
}

function textOf(pieces: readonly Buffer[]): string {
  const bytes = Buffer.concat(pieces);
  return lineText(linesOf(bytes, bytes.length, 0), 0, bytes.length).text;
}
