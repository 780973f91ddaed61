import { parentPort, workerData } from 'node:worker_threads';
import { createBlockRunner } from './run-block.ts';
import type { SeedBlock, WorkerStart } from './worker-messages.ts';

// A thread of a campaign: runs the blocks that it is sent, one after the other.
const { seedAtWork, ...task } = workerData as WorkerStart;
const runBlock = await createBlockRunner(task, (seed) => {
  seedAtWork[0] = seed;
});

parentPort?.on('message', (block: SeedBlock | 'over') => {
  if (block === 'over') parentPort?.close();
  else parentPort?.postMessage(runBlock(block));
});
parentPort?.postMessage('ready');
