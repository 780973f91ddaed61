import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** The end of a log. */
export interface LogTail {
  /** The last lines, as they are in the file: escape them before they are shown. */
  readonly lines: readonly string[];
  /** Whether there is more above them. */
  readonly more: boolean;
}

/** No more than this is read, however long the lines are. */
const tailBytes = 16 * 1024;

/** Reads the last `count` lines of the log at `path`, blank ones at its end left out. */
export function readLogTail(path: string, count: number): LogTail {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const bytes = Buffer.alloc(Math.min(size, tailBytes));
    const read = readSync(file, bytes, 0, bytes.length, size - bytes.length);
    const text = bytes.toString('utf8', 0, read).trimEnd();
    const lines = text === '' ? [] : text.split(/\r?\n/);
    return { lines: lines.slice(-count), more: size > tailBytes || lines.length > count };
  } finally {
    closeSync(file);
  }
}
