import { createReadStream } from 'node:fs';
import type { Source } from './source.ts';

/** Bytes a read: large enough to make the calls cheap, small enough to be nothing in memory. */
const chunkBytes = 256 * 1024;

/** Reads the file at `path`, which may be a named pipe. */
export function fileSource(path: string): Source {
  return {
    name: path,
    open: (signal) =>
      createReadStream(path, { highWaterMark: chunkBytes, ...(signal && { signal }) }),
  };
}
