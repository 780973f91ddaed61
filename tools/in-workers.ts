import { Worker } from 'node:worker_threads';
import { prepareThreadsFromSources } from '../packages/runner/src/campaign/threads-from-sources.ts';

/**
 * Hands tasks to worker threads that run `file`, each as soon as one is free: it gets a task as a
 * message, and answers with one message. Results come back in any order.
 */
export function inWorkers<Task, Result>(
  file: URL,
  workers: number,
  tasks: readonly Task[],
  onResult: (result: Result) => void,
): Promise<void> {
  prepareThreadsFromSources();
  const waiting = [...tasks];
  let left = tasks.length;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  if (left === 0) resolve();
  for (let count = 0; count < Math.min(workers, tasks.length); count += 1) {
    const worker = new Worker(file);
    const next = (): void => {
      const task = waiting.shift();
      if (task === undefined) worker.terminate();
      else worker.postMessage(task);
    };
    worker.on('message', (result: Result) => {
      onResult(result);
      left -= 1;
      next();
      if (left === 0) resolve();
    });
    worker.on('error', reject);
    next();
  }
  return promise;
}
