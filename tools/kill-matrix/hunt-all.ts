import { Worker } from 'node:worker_threads';
import type { Row } from './row.ts';

/** Hunts bugs in worker threads; tells each row when it is there. */
export function huntAll(
  names: readonly string[],
  workers: number,
  onRow: (row: Row) => void,
): Promise<void> {
  const waiting = [...names];
  let left = names.length;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  if (left === 0) resolve();
  for (let count = 0; count < Math.min(workers, names.length); count += 1) {
    const worker = new Worker(new URL('./worker.ts', import.meta.url));
    const next = (): void => {
      const name = waiting.shift();
      if (name === undefined) worker.terminate();
      else worker.postMessage(name);
    };
    worker.on('message', (row: Row) => {
      onRow(row);
      left -= 1;
      next();
      if (left === 0) resolve();
    });
    worker.on('error', reject);
    next();
  }
  return promise;
}
