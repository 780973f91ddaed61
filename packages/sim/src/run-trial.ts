import { chaosTest, runChaos } from './chaos/run-chaos.ts';
import { findLabTest } from './lab/lab-tests.ts';
import { runLabTest } from './lab/run-lab-test.ts';
import { threadTests } from './threads/thread-tests.ts';
import { withThreads } from './threads/threaded-core.ts';
import type { Trial, TrialResult } from './trial.ts';

/**
 * Runs one trial: the scenario's tests one after the other, until one fails or the observer has
 * enough.
 */
export function runTrial(trial: Trial): TrialResult {
  if (trial.scenario.tests[0] === chaosTest) return runChaosTrial(trial);
  let virtualMs = 0;
  let steps = 0;
  for (const name of trial.scenario.tests) {
    const threadTest = threadTests.find((each) => each.name === name);
    const test = threadTest ?? findLabTest(name);
    if (test === undefined) throw new RangeError(`no test is called ${name}`);
    const result = runLabTest({
      test,
      seed: trial.seed,
      core: threadTest === undefined ? trial.core : withThreads(trial.core),
      scenario: trial.scenario.name,
      startMs: virtualMs,
      observe: trial.observe,
      screen: trial.screen,
      halted: trial.halted,
      decider: trial.decider,
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

function runChaosTrial(trial: Trial): TrialResult {
  const { scenario, seed, core, observe, halted, decider, look, chaos } = trial;
  const { name } = scenario;
  const run = { seed, core, scenario: name, startMs: 0, observe, halted, decider, look, ...chaos };
  const { failure, endMs, steps, touched } = runChaos(run);
  const result = { virtualMs: endMs, steps, touched };
  if (failure !== undefined) {
    return { passed: false, failure: { test: chaosTest, message: failure }, ...result };
  }
  const vacuous = touched.elections === 0 || touched.commits === 0;
  return { passed: true, ...result, ...(vacuous ? { vacuous } : {}) };
}
