// Hunts the bugs that it is given, one after the other.
import { parentPort } from 'node:worker_threads';
import { bugs } from '@raftlens/bugs';
import { type Attempt, hunt } from './hunt.ts';
import { suites } from './suites.ts';

parentPort?.on('message', async (name: string) => {
  const bug = bugs.find((each) => each.name === name);
  if (bug === undefined) throw new RangeError(`no bug is called ${name}`);
  const attempts: (readonly Attempt[])[] = [];
  for (const suite of suites) attempts.push(await hunt(bug, suite));
  parentPort?.postMessage({ name, attempts });
});
