import { drawSettings } from '../chaos/chaos-settings.ts';
import type { PlannedFault } from '../chaos/plan.ts';
import { chaosTest, planOf } from '../chaos/run-chaos.ts';
import { labSettings } from '../lab/lab-settings.ts';
import { findLabTest } from '../lab/lab-tests.ts';
import { labHopMs } from '../lab/run-lab-test.ts';
import { runTrial } from '../run-trial.ts';
import type { Trial } from '../trial.ts';
import { type Capsule, capsuleSchema } from './capsule.ts';
import type { FailureWatch } from './failure-watch.ts';
import { planOfTester } from './plan-of-tester.ts';
import { createRecorder, type Recording } from './recorder.ts';

/** A failing run that is to become a capsule. */
export interface CapsuleSource {
  /** The run, with the decider and the faults of its strategy if it has one. */
  readonly trial: Trial;
  readonly bug?: string | undefined;
  /** The rule that it breaks, or what the test saw, for the capsule to say. */
  readonly breaks: string;
  /** Looks on, and ends the run once the failure has shown. */
  readonly watch: FailureWatch;
}

/**
 * Runs a trial and keeps all that was done and decided in its last test. Of a suite only the test
 * that fails remains. Undefined for tests that no capsule can hold, such as those of threads.
 */
export function recordCapsule(source: CapsuleSource): Capsule | undefined {
  const { trial, watch } = source;
  const chaotic = trial.scenario.tests[0] === chaosTest;
  const { settings } = chaotic
    ? drawSettings(trial.seed, chaosTest, trial.chaos?.intensities)
    : { settings: labSettings };
  const recorder = createRecorder(settings.electionTimeoutMs, { inner: trial.decider });
  let startMs = 0;
  let endMs = 0;
  let seenByTest = false;
  runTrial({
    ...trial,
    halted: watch.shown,
    decider: recorder,
    observe(event) {
      if (event.event === 'trace.started') startMs = event.time;
      endMs = event.time;
      if (watch.shown()) return;
      watch.observe(event);
      // What only the test saw needs checks like the test's own.
      seenByTest = watch.shown() && event.event === 'test.observed';
    },
  });
  watch.finish?.();
  const recording = recorder.recording();
  // A step beyond the last event, so that what happened at its instant is within.
  const lastsMs = endMs - startMs + 1;
  const observed = { recording, lastsMs, seenByTest };
  return chaotic ? chaosCapsule(source, observed) : labCapsule(source, observed);
}

interface Observed {
  readonly recording: Recording;
  readonly lastsMs: number;
  readonly seenByTest: boolean;
}

function chaosCapsule(source: CapsuleSource, observed: Observed): Capsule {
  const { recording, lastsMs, seenByTest } = observed;
  const { seed, chaos } = source.trial;
  const {
    clients,
    thinkMs: _,
    safetyMs,
    ...cluster
  } = drawSettings(seed, chaosTest, chaos?.intensities);
  const plan = chaos?.plan ?? planOf(seed, chaos?.intensities);
  const operations = recording.client.map(({ again, ...request }) =>
    again ? { ...request, again } : request,
  );
  const faults = plan.map((fault, stream) => ({ stream, ...fault }));
  const { decisions } = recording;
  const head = { ...headOf(source, chaosTest), cluster, decisions };
  if (!seenByTest && !plan.some(changesMembers)) {
    // The test's own recovery becomes a part of the script, so that each part of it can go.
    const ending = faults.map((fault) => ({ ...fault, for: endOf(fault, safetyMs) - fault.at }));
    return { ...head, lastsMs, converges: false, plan: ending, operations };
  }
  const early = operations.filter(
    ({ at, client }) => at < safetyMs && Number(client.slice(1)) <= clients,
  );
  const lasts = Math.min(lastsMs, safetyMs);
  return {
    ...head,
    lastsMs: lasts,
    converges: lastsMs > safetyMs,
    plan: faults,
    operations: early,
  };
}

/** Only the recovery of the test makes everybody a member again. */
function changesMembers({ fault }: PlannedFault): boolean {
  return fault === 'membership-churn';
}

/** The test ends all faults after its safety phase. */
function endOf({ at, for: lasts }: PlannedFault, safetyMs: number): number {
  return Math.max(at, Math.min(at + lasts, safetyMs));
}

function labCapsule(source: CapsuleSource, observed: Observed): Capsule | undefined {
  const { recording, lastsMs, seenByTest } = observed;
  const { test, tester, decisions } = recording;
  const found = findLabTest(test);
  if (found === undefined) return undefined;
  return {
    ...headOf(source, test),
    cluster: {
      size: found.servers,
      settings: labSettings,
      hopMs: labHopMs(test, source.trial.seed),
      syncMs: 0,
      snapshotInterval: found.snapshotInterval ?? 0,
    },
    lastsMs,
    converges: seenByTest,
    ...planOfTester(tester, lastsMs),
    decisions,
  };
}

function headOf(
  { trial, bug, breaks }: CapsuleSource,
  scenario: string,
): Pick<Capsule, 'schema' | 'scenario' | 'seed' | 'bug' | 'breaks'> {
  const { seed } = trial;
  return { schema: capsuleSchema, scenario, seed, ...(bug === undefined ? {} : { bug }), breaks };
}
