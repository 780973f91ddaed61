/** A line on a terminal that says how far a loop is. */
export interface Progress {
  update(done: number, failures: number): void;
  /** Takes the line away again. */
  clear(): void;
}

const intervalMs = 100;
const silent: Progress = { update: () => {}, clear: () => {} };

/** Makes a progress line on `stream` for `num` runs; a silent one where that is no terminal. */
export function createProgress(
  stream: { readonly isTTY?: boolean; write(text: string): unknown },
  num: number,
): Progress {
  if (stream.isTTY !== true) return silent;
  const began = Date.now();
  let shownAt = 0;
  return {
    update(done, failures) {
      const now = Date.now();
      if (now - shownAt < intervalMs) return;
      shownAt = now;
      const rate = done / Math.max(0.001, (now - began) / 1000);
      const left = Math.ceil((num - done) / rate);
      const speed = rate >= 2 ? `${Math.round(rate)} runs/s` : `${(1 / rate).toFixed(1)} s a run`;
      const failed = failures === 0 ? '' : `, ${failures} failed`;
      stream.write(`\r\u001b[K${done} of ${num} runs${failed}, ${speed}, ${left} s left`);
    },
    clear() {
      stream.write('\r\u001b[K');
    },
  };
}
