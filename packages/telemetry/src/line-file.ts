import { closeSync, openSync, writeSync } from 'node:fs';
import { writeFully } from './write-fully.ts';

/** A file that takes whole lines; its errors say the path. */
export interface LineFile {
  /** Adds a line and its line end; on disk once the buffer is full. */
  write(line: string): void;
  /** Puts lines on disk, each with its line end, after those that were added before. */
  writeLines(lines: Uint8Array): void;
  /** Throws where it is closed. */
  expectOpen(): void;
  /** Puts on disk what is buffered. */
  flush(): void;
  /** Flushes and closes; a second call does nothing. */
  close(): void;
}

/** UTF-16 units held back: one `writeSync` per line costs more than encoding the line. */
const bufferLimit = 64 * 1024;

/** Opens `path` for writing, emptying it. All of it is synchronous: lines stay in order. */
export function openLineFile(path: string): LineFile {
  const file = naming(path, 'open', () => openSync(path, 'w'));
  let buffer = '';
  let open = true;

  const flush = (): void => {
    if (buffer === '') return;
    const text = buffer;
    buffer = '';
    put(text);
  };

  const put = (lines: string | Uint8Array): void => {
    naming(path, 'write', () => {
      writeFully((bytes, offset) => writeSync(file, bytes, offset), lines);
    });
  };

  const expectOpen = (): void => {
    if (!open) throw new Error(`${path}: cannot write: it is closed`);
  };

  return {
    write(line) {
      expectOpen();
      buffer += line;
      buffer += '\n';
      if (buffer.length >= bufferLimit) flush();
    },
    writeLines(lines) {
      expectOpen();
      flush();
      put(lines);
    },
    expectOpen,
    flush,
    close() {
      if (!open) return;
      open = false;
      try {
        flush();
      } finally {
        naming(path, 'close', () => closeSync(file));
      }
    },
  };
}

function naming<Result>(path: string, what: string, act: () => Result): Result {
  try {
    return act();
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${path}: cannot ${what}: ${why}`, { cause });
  }
}
