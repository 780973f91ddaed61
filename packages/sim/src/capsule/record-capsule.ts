import type { Core } from '@raftlens/core';
import type { TraceEvent } from '@raftlens/trace';
import { drawSettings } from '../chaos/chaos-settings.ts';
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
  const isClient = ({ client }: { readonly client: string }): boolean =>
    Number(client.slice(1)) <= clients;
  return {
    ...headOf(source, chaosTest),
    cluster,
    lastsMs: Math.min(lastsMs, safetyMs),
    converges: lastsMs > safetyMs,
    plan: plan.map((fault, stream) => ({ ...fault, stream: fault.stream ?? stream })),
    operations: recording.client
      .filter((request) => isClient(request) && request.at < safetyMs)
      .map(({ again, ...request }) => (again ? { ...request, again } : request)),
    decisions: recording.decisions,
  };
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
    converges: false,
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
