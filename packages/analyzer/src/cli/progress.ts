import { statSync } from 'node:fs';

/** A line on a terminal that says how far reading is. */
export interface Progress {
  /** So many more events went by. */
  advance(events: number): void;
  /** Takes the line away again. */
  clear(): void;
}

/** Short work needs no line. */
const patienceMs = 1000;
const intervalMs = 200;

const silent: Progress = { advance: () => {}, clear: () => {} };

/** Makes a progress line on `stream`; a silent one where that is no terminal. */
export function createProgress(
  stream: { readonly isTTY?: boolean; write(text: string): unknown },
  files: readonly string[],
): Progress {
  if (stream.isTTY !== true) return silent;
  const size = totalSize(files);
  const began = Date.now();
  let events = 0;
  let shownAt = began + patienceMs - intervalMs;
  let shown = false;
  return {
    advance(more) {
      events += more;
      const now = Date.now();
      if (now - shownAt < intervalMs) return;
      shownAt = now;
      shown = true;
      const seconds = (now - began) / 1000;
      const rate = Math.round(events / seconds).toLocaleString('en');
      stream.write(`\r\u001b[Kreading ${size}: ${events.toLocaleString('en')} events, ${rate}/s`);
    },
    clear() {
      if (shown) stream.write('\r\u001b[K');
    },
  };
}

function totalSize(files: readonly string[]): string {
  let bytes = 0;
  for (const file of files) bytes += statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return bytes === 0 ? 'standard input' : `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}
