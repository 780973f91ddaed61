// Finds and explains one failing trace after the other.
import { parentPort } from 'node:worker_threads';
import { bugs } from '@raftlens/bugs';
import type { Suspect } from '@raftlens/invariants';
import { diagnoseTrial } from './diagnose-trial.ts';
import { fails, findTrace } from './find-trace.ts';
import type { Named, Sample, SampleTask } from './sample.ts';

parentPort?.on('message', async (task: SampleTask) => {
  parentPort?.postMessage(await take(task));
});

async function take(task: SampleTask): Promise<Sample> {
  const bug = bugs.find(({ name }) => name === task.bug);
  if (bug === undefined) throw new RangeError(`no bug is called ${task.bug}`);
  const { known, firstSeed, sample } = task;
  const again = known !== undefined && (await fails(bug, known));
  const trial = again ? known : await findTrace(bug, firstSeed, sample);
  if (trial === undefined) return { ...task, trial, named: [], against: [], bare: [] };
  const { rule, suspects, bare } = await diagnoseTrial(bug, trial);
  const { against = [] } = suspects.find((suspect) => suspect.bug === task.bug) ?? {};
  return { ...task, trial, rule, named: suspects.map(nameOf), against, bare: bare.map(nameOf) };
}

function nameOf({ bug, confidence }: Suspect): Named {
  return [bug, confidence];
}
