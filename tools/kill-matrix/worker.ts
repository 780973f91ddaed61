// Hunts the bugs that it is given, one after the other.
import { parentPort } from 'node:worker_threads';
import { bugs } from '@raftlens/bugs';
import { hunt, type Kill } from './hunt.ts';
import { suites } from './suites.ts';

parentPort?.on('message', async (name: string) => {
  const bug = bugs.find((each) => each.name === name);
  const kills: (Kill | undefined)[] = [];
  for (const suite of suites) kills.push(await hunt(bug, suite));
  parentPort?.postMessage({ name, kills });
});
