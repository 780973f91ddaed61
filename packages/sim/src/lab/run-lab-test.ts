import type { Core, Observer, Settings } from '@raftlens/core';
import { schemaId } from '@raftlens/trace';
import type { Decider } from '../capsule/decider.ts';
import { labNetwork, type NetworkMode } from '../network.ts';
import { panicFact, wordsOfPanic } from '../panic.ts';
import { createRandom } from '../random.ts';
import type { Screen } from '../screen/screen.ts';
import { virtualEpochMs } from '../virtual-epoch.ts';
import { createLab, type Lab, type LabOptions, tell } from './lab.ts';
import { LabFailure } from './lab-failure.ts';
import { LabHalted } from './lab-halted.ts';
import { labSettings } from './lab-settings.ts';
import type { LabTest } from './lab-test.ts';

/** What one lab test is run with. */
export interface LabRun {
  readonly test: LabTest;
  readonly seed: number;
  readonly core: Core;
  readonly scenario: string;
  /** Virtual time at which it begins, ms. */
  readonly startMs: number;
  readonly observe: Observer | undefined;
  readonly screen?: Screen | undefined;
  readonly halted: (() => boolean) | undefined;
  /** Notes what chance decides, or decides in its place. */
  readonly decider?: Decider | undefined;
  /** The lab's own if left out. */
  readonly settings?: Settings | undefined;
  /** How long a message takes on an idle link, ms; the seed chooses if left out. */
  readonly hopMs?: number | undefined;
}

/** How one lab test ended. */
export interface LabRunResult {
  readonly failure: string | undefined;
  readonly halted: boolean;
  readonly endMs: number;
  readonly steps: number;
}

/** Runs one lab test on a new cluster, and tells its beginning and its end. */
export function runLabTest(run: LabRun): LabRunResult {
  const { test, seed, observe, startMs, decider, settings = labSettings } = run;
  decider?.begin(test.name);
  tellStart(run, settings);
  const options: LabOptions = {
    core: run.core,
    seed,
    test: test.name,
    size: test.servers,
    settings,
    network: networkOf(test, seed, run.hopMs),
    startMs,
    snapshotInterval: test.snapshotInterval,
    observe,
    screen: run.screen,
    halted: run.halted,
    decider,
  };
  const lab = createLab(options);
  const { fault } = options.network;
  if (fault !== undefined) tell(lab, { event: 'fault.injected', fault });
  const outcome = attempt(test, lab);
  const { nowMs, steps } = lab.cluster;
  const time = virtualEpochMs + nowMs;
  if (outcome instanceof LabFailure) {
    const message = outcome.message;
    observe?.({ event: 'test.failed', time, run: test.name, test: test.name, message });
  } else if (outcome === undefined) {
    observe?.({ event: 'test.passed', time, run: test.name, test: test.name });
  }
  return {
    failure: outcome instanceof LabFailure ? outcome.message : undefined,
    halted: outcome instanceof LabHalted,
    endMs: nowMs,
    steps,
  };
}

function attempt(test: LabTest, lab: Lab): LabFailure | LabHalted | undefined {
  try {
    test.run(lab);
    return undefined;
  } catch (error) {
    if (error instanceof LabFailure || error instanceof LabHalted) return error;
    const panic = { fact: panicFact, message: wordsOfPanic(error) };
    const time = virtualEpochMs + lab.cluster.nowMs;
    lab.cluster.options.observe?.({ event: 'test.observed', time, run: test.name, ...panic });
    return new LabFailure(panic.fact, panic.message);
  }
}

/**
 * The lab's network on a machine that its seed chooses: idle, at work, or loaded by a dozen copies
 * of the same test. Slow machines are where the rare interleavings are, so they are in the mix.
 */
function networkOf(test: LabTest, seed: number, hopMs: number | undefined): NetworkMode {
  const mode = test.unreliable === true ? labNetwork.unreliable : labNetwork.reliable;
  return { ...mode, hopMs: hopMs ?? labHopMs(test.name, seed) };
}

/** How long a message takes on an idle link of the machine that a seed chooses for a test, ms. */
export function labHopMs(test: string, seed: number): number {
  const random = createRandom(seed, `${test}/machine`);
  const hops = [0.2, 1, 5, 15] as const;
  return hops[random.integer(0, hops.length - 1)] ?? hops[0];
}

function tellStart(run: LabRun, settings: Settings): void {
  const { test, seed, scenario, startMs, observe } = run;
  const head = { time: virtualEpochMs + startMs, run: test.name };
  observe?.({
    ...head,
    event: 'trace.started',
    schema: schemaId,
    producer: 'raftlens',
    nodes: Array.from({ length: test.servers }, (_, index) => `n${index + 1}`),
    config: {
      electionTimeoutMs: settings.electionTimeoutMs,
      heartbeatIntervalMs: settings.heartbeatIntervalMs,
      preVote: settings.preVote,
      checkQuorum: settings.checkQuorum,
    },
    clock: 'virtual',
    seed: String(seed),
    scenario,
  });
  observe?.({ ...head, event: 'test.started', test: test.name, message: test.title });
}
