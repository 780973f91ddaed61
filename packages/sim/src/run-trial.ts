import { chaosTest, runChaos } from './chaos/run-chaos.ts';
import type { LabTest } from './lab/lab-test.ts';
import { labTests } from './lab/lab-tests.ts';
import { runLabTest } from './lab/run-lab-test.ts';
import type { Trial, TrialResult } from './trial.ts';

const byName: ReadonlyMap<string, LabTest> = new Map(
  Object.values(labTests)
    .flat()
    .map((test) => [test.name, test]),
);

/** Runs one trial: the scenario's tests one after the other, until one fails or the observer has enough. */
export function runTrial(trial: Trial): TrialResult {
  if (trial.scenario.tests[0] === chaosTest) return runChaosTrial(trial);
  let virtualMs = 0;
  let steps = 0;
  for (const name of trial.scenario.tests) {
    const test = byName.get(name);
    if (test === undefined) throw new RangeError(`no test is called ${name}`);
    const result = runLabTest({
      test,
      seed: trial.seed,
      core: trial.core,
      scenario: trial.scenario.name,
      startMs: virtualMs,
      observe: trial.observe,
      halted: trial.halted,
    });
    virtualMs = result.endMs;
    steps += result.steps;
    if (result.failure !== undefined) {
      return { passed: false, failure: { test: name, message: result.failure }, virtualMs, steps };
    }
    if (result.halted) break;
  }
  return { passed: true, virtualMs, steps };
}

function runChaosTrial({ scenario, seed, core, observe, halted, chaos }: Trial): TrialResult {
  const run = { seed, core, scenario: scenario.name, startMs: 0, observe, halted, ...chaos };
  const { failure, endMs, steps, touched } = runChaos(run);
  const result = { virtualMs: endMs, steps, touched };
  if (failure !== undefined) {
    return { passed: false, failure: { test: chaosTest, message: failure }, ...result };
  }
  const vacuous = touched.elections === 0 || touched.commits === 0;
  return { passed: true, ...result, ...(vacuous ? { vacuous } : {}) };
}
