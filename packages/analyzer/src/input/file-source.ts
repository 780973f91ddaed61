import { createReadStream, statSync } from 'node:fs';
import type { Source } from './source.ts';

/** Bytes a read: large enough to make the calls cheap, small enough to be nothing in memory. */
const chunkBytes = 256 * 1024;

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
    open,
    async *openAt(start) {
      const now = fileAt(path);
      // A log that was rotated away since has other lines at the same places.
      if (now?.ino !== before.ino || now.dev !== before.dev) return;
      const highWaterMark = start === 0 ? chunkBytes : againBytes;
      yield* createReadStream(path, { start, highWaterMark });
    },
  };
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
