import { Buffer } from 'node:buffer';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Source } from '../input/source.ts';

const chunkBytes = 256 * 1024;
/** How often a file that has ended for now is looked at again. */
const lookMs = 200;
const nothing: Uint8Array = new Uint8Array(0);
const lineFeed = 0x0a;
/** A line that was cut off does not run into the first one of what follows. */
const lineEnd: Uint8Array = Uint8Array.of(lineFeed);

/**
 * A file that grows: reads what is there, then what is added, until it is told to stop. One that is
 * cut short is read again from its start; one that is replaced (rotated) is left for the new one.
 */
export function followFile(path: string): Source {
  return { name: path, live: true, open: (signal) => growth(path, signal) };
}

async function* growth(
  path: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  let file = await open(path);
  try {
    let at = 0;
    let unfinished = false;
    let replaced = false;
    while (signal?.aborted !== true) {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(chunkBytes), 0, chunkBytes, at);
      at += bytesRead;
      if (bytesRead > 0) {
        unfinished = buffer[bytesRead - 1] !== lineFeed;
        yield buffer.subarray(0, bytesRead);
        continue;
      }
      if (replaced) {
        // What was written up to the very change is read: now comes the new one.
        const next = await open(path).catch(() => undefined);
        if (next !== undefined) {
          await file.close();
          file = next;
          replaced = false;
          at = 0;
          if (unfinished) yield lineEnd;
          unfinished = false;
          continue;
        }
      }
      yield nothing;
      await pause(signal);
      const state = await stateOf(path, file, at);
      replaced = state === 'replaced';
      if (state !== 'cut') continue;
      at = 0;
      if (unfinished) yield lineEnd;
      unfinished = false;
    }
  } finally {
    await file.close();
  }
}

async function stateOf(path: string, file: FileHandle, at: number): Promise<string> {
  const own = await file.stat();
  if (own.size < at) return 'cut';
  // While it is being replaced there may be none for a moment.
  const there = await stat(path).catch(() => undefined);
  return there !== undefined && there.ino !== own.ino ? 'replaced' : 'same';
}

async function pause(signal: AbortSignal | undefined): Promise<void> {
  await wait(lookMs, undefined, { signal }).catch(() => {});
}
