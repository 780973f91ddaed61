import { Buffer } from 'node:buffer';
import type { Source } from '../src/input/source.ts';

/** A file that is only in memory, read in pieces of `size` bytes. */
export function memorySource(name: string, content: string | Uint8Array, size = 65_536): Source {
  const bytes = Buffer.from(content as string);
  return {
    name,
    async *open() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    },
  };
}
