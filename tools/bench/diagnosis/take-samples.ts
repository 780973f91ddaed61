import { Worker } from 'node:worker_threads';
import type { Sample, SampleTask } from './sample.ts';

/** Takes samples in worker threads, each as soon as one is free; they come back in any order. */
export function takeSamples(
  tasks: readonly SampleTask[],
  workers: number,
  onSample: (sample: Sample) => void,
): Promise<void> {
  const waiting = [...tasks];
  let left = tasks.length;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  if (left === 0) resolve();
  for (let count = 0; count < Math.min(workers, tasks.length); count += 1) {
    const worker = new Worker(new URL('./worker.ts', import.meta.url));
    const next = (): void => {
      const task = waiting.shift();
      if (task === undefined) worker.terminate();
      else worker.postMessage(task);
    };
    worker.on('message', (sample: Sample) => {
      onSample(sample);
      left -= 1;
      next();
      if (left === 0) resolve();
    });
    worker.on('error', reject);
    next();
  }
  return promise;
}
