// A worker that does not end seed 3, fills memory at seed 5, and throws at seed 7.
import { parentPort, workerData } from 'node:worker_threads';

const filled = [];

parentPort.on('message', (block) => {
  if (block === 'over') return parentPort.close();
  for (let run = 0; run < block.count; run += 1) {
    const seed = block.start + run * block.step;
    workerData.seedAtWork[0] = seed;
    if (seed === 7) throw new Error('seed 7 is not liked');
    while (seed === 3);
    while (seed === 5) filled.push({ seed, more: [filled.length] });
  }
  parentPort.postMessage({ block, runs: block.count, failures: [], touched: undefined });
});
parentPort.postMessage('ready');
