import { parentPort, workerData } from 'node:worker_threads';
import { createBlockRunner } from './run-block.ts';
import type { SeedBlock, WorkerTask } from './worker-messages.ts';

// A thread of a campaign: runs the blocks that it is sent, one after the other.
const runBlock = await createBlockRunner(workerData as WorkerTask);

parentPort?.on('message', (block: SeedBlock) => {
  parentPort?.postMessage(runBlock(block));
});
parentPort?.postMessage('ready');
