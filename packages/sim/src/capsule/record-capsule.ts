import type { Core } from '@raftlens/core';
import type { TraceEvent } from '@raftlens/trace';
import { drawSettings } from '../chaos/chaos-settings.ts';
import type { PlannedFault } from '../chaos/plan.ts';
import { type ChaosOptions, chaosTest, planOf } from '../chaos/run-chaos.ts';
import { labSettings } from '../lab/lab-settings.ts';
import { findLabTest } from '../lab/lab-tests.ts';
import { labHopMs } from '../lab/run-lab-test.ts';
import { runTrial } from '../run-trial.ts';
import type { Scenario } from '../trial.ts';
import { type Capsule, capsuleSchema } from './capsule.ts';
import { planOfTester } from './plan-of-tester.ts';
import { createRecorder, type Recording } from './recorder.ts';

/** A failing run that is to become a capsule. */
export interface CapsuleSource {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly core: Core;
  readonly bug?: string | undefined;
  readonly chaos?: ChaosOptions | undefined;
  /** What it breaks, for the capsule to say. */
  readonly breaks: string;
  /** `breaks` is what the test saw, not a rule: the capsule must come to the test's own checks. */
  readonly seenByTest?: boolean | undefined;
  readonly observe: (event: TraceEvent) => void;
  /** True once the failure has shown; the run ends there. */
  readonly halted: () => boolean;
}

/**
 * Runs a trial and keeps all that was done and decided in its last test. Of a suite only the test
 * that fails remains.
 */
export function recordCapsule(source: CapsuleSource): Capsule {
  const { scenario, seed, core, observe, halted, chaos } = source;
  const chaotic = scenario.tests[0] === chaosTest;
  const { settings } = chaotic ? drawSettings(seed, chaosTest) : { settings: labSettings };
  const recorder = createRecorder(settings.electionTimeoutMs);
  let startMs = 0;
  let endMs = 0;
  runTrial({
    scenario,
    seed,
    core,
    halted,
    chaos,
    decider: recorder,
    observe(event) {
      if (event.event === 'trace.started') startMs = event.time;
      endMs = event.time;
      observe(event);
    },
  });
  const recording = recorder.recording();
  // A step beyond the last event, so that what happened at its instant is within.
  const lastsMs = endMs - startMs + 1;
  return chaotic
    ? chaosCapsule(source, recording, lastsMs)
    : labCapsule(source, recording, lastsMs);
}

function chaosCapsule(source: CapsuleSource, recording: Recording, lastsMs: number): Capsule {
  const { seed, chaos } = source;
  const { clients, thinkMs: _, safetyMs, ...cluster } = drawSettings(seed, chaosTest);
  const plan = chaos?.plan ?? planOf(seed, chaos?.intensities);
  const operations = recording.client.map(({ again, ...request }) =>
    again ? { ...request, again } : request,
  );
  const faults = plan.map((fault, stream) => ({ stream, ...fault }));
  const { decisions } = recording;
  const head = { ...headOf(source, chaosTest), cluster, decisions };
  if (source.seenByTest !== true && !plan.some(changesMembers)) {
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

function labCapsule(source: CapsuleSource, recording: Recording, lastsMs: number): Capsule {
  const { test, tester, decisions } = recording;
  const found = findLabTest(test);
  if (found === undefined) throw new RangeError(`no test is called ${test}`);
  return {
    ...headOf(source, test),
    cluster: {
      size: found.servers,
      settings: labSettings,
      hopMs: labHopMs(test, source.seed),
      syncMs: 0,
      snapshotInterval: found.snapshotInterval ?? 0,
    },
    lastsMs,
    converges: source.seenByTest === true,
    ...planOfTester(tester, lastsMs),
    decisions,
  };
}

function headOf(
  { seed, bug, breaks }: CapsuleSource,
  scenario: string,
): Pick<Capsule, 'schema' | 'scenario' | 'seed' | 'bug' | 'breaks'> {
  return { schema: capsuleSchema, scenario, seed, ...(bug === undefined ? {} : { bug }), breaks };
}
