import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

/** So much of a log is in memory at a time. */
const windowBytes = 1024 * 1024;
/** What reaches from one window into the next is found up to this length. */
const overlap = 64 * 1024;

/** The first of the patterns that matches one of the files. */
export function searchOutputs(
  paths: readonly string[],
  patterns: readonly RegExp[],
): RegExp | undefined {
  for (const path of paths) {
    const found = searchOutput(path, patterns);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The first of the patterns that matches the file, which may be of any length and hold anything;
 * what is no UTF-8 reads as U+FFFD. Windows begin with a line where there are lines, so that `^`
 * and `$` mean what they mean.
 */
export function searchOutput(
  path: string,
  patterns: readonly RegExp[],
  size: number = windowBytes,
): RegExp | undefined {
  if (patterns.length === 0) return undefined;
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(size);
    for (let at = 0; ; ) {
      const read = readSync(file, bytes, 0, size, at);
      const text = bytes.toString('utf8', 0, read);
      const found = patterns.find((pattern) => pattern.test(text));
      if (found !== undefined || read < size) return found;
      const keep = Math.min(overlap, size >> 1);
      const line = bytes.indexOf('\n', size - keep) + 1;
      at += line === 0 || line >= size ? size - keep : line;
    }
  } finally {
    closeSync(file);
  }
}

/** A digest of a file; equal files have equal ones. */
export function outputDigest(path: string): string {
  const hash = createHash('sha256');
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(windowBytes);
    for (let read = -1; read !== 0; ) {
      read = readSync(file, bytes, 0, bytes.length, null);
      hash.update(bytes.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}
