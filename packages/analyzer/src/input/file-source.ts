import { Buffer } from 'node:buffer';
import { createReadStream, statSync } from 'node:fs';
import { open as openFile } from 'node:fs/promises';
import type { Source } from './source.ts';

/** Bytes a read: large enough to make the calls cheap, small enough to be nothing in memory. */
const chunkBytes = 512 * 1024;

/** Lines are short: to read one again takes no more. */
const againBytes = 4096;

/** Reads the file at `path`, which may be a named pipe. */
export function fileSource(path: string): Source {
  const open: Source['open'] = (signal) =>
    createReadStream(path, { highWaterMark: chunkBytes, ...(signal && { signal }) });
  const before = fileAt(path);
  if (before === undefined) return { name: path, open };
  return {
    name: path,
    open: (signal) => readInTurns(path, signal),
    async *openAt(start) {
      const now = fileAt(path);
      // A log that was rotated away since has other lines at the same places.
      if (now?.ino !== before.ino || now.dev !== before.dev) return;
      const highWaterMark = start === 0 ? chunkBytes : againBytes;
      yield* createReadStream(path, { start, highWaterMark });
    },
  };
}

/** Reads into two buffers in turns: while one is looked at, the other is filled. */
async function* readInTurns(
  path: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  const file = await openFile(path);
  try {
    let full = Buffer.allocUnsafeSlow(chunkBytes);
    let empty = Buffer.allocUnsafeSlow(chunkBytes);
    let reading = file.read(full, 0, chunkBytes);
    for (;;) {
      const { bytesRead } = await reading;
      if (bytesRead === 0 || signal?.aborted === true) return;
      const piece = full.subarray(0, bytesRead);
      [full, empty] = [empty, full];
      reading = file.read(full, 0, chunkBytes);
      // Where the consumer stops, or fails, nobody waits for what is being read.
      reading.catch(() => {});
      yield piece;
    }
  } finally {
    await file.close();
  }
}

/** The regular file at `path`, if there is one. */
function fileAt(path: string): { readonly ino: number; readonly dev: number } | undefined {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isFile() === true ? stats : undefined;
  } catch {
    // Why it cannot be read is told when it is opened.
    return undefined;
  }
}
