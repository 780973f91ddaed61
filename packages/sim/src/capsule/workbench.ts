import { virtualEpochMs } from '../cluster.ts';
import type { Capsule } from './capsule.ts';
import type { Decider } from './decider.ts';
import { createRecorder } from './recorder.ts';
import { runCapsule, runDecided } from './run-capsule.ts';
import type { ShrinkOptions } from './shrink.ts';

/** The best capsule so far, and what tries others in its place. */
export interface Workbench {
  readonly best: Capsule;
  /** Runs so far. */
  readonly attempts: number;
  /** Deliveries and timers of all runs: what they cost, whatever the machine. */
  readonly steps: number;
  /** Time or steps have run out. */
  readonly over: boolean;
  /** Runs a candidate; when it shows the failure it becomes the best. */
  attempt(candidate: Capsule): boolean;
  /** The same with a decider in place of its decisions, which become those of this run. */
  attemptWith(candidate: Capsule, decider: Decider): boolean;
}

/** About two seconds on a machine of 2024. */
const stepsDefault = 2_000_000;

/** A workbench on which nothing was tried yet. */
export function createWorkbench(options: ShrinkOptions): Workbench {
  const { stepsMax = stepsDefault } = options;
  const state = { best: options.capsule, attempts: 0, steps: 0 };
  const over = (): boolean => state.steps >= stepsMax || options.expired();
  const take = ({ capsule, steps }: Outcome): boolean => {
    state.attempts += 1;
    state.steps += steps;
    if (capsule !== undefined) state.best = capsule;
    return capsule !== undefined;
  };
  return {
    get best() {
      return state.best;
    },
    get attempts() {
      return state.attempts;
    },
    get steps() {
      return state.steps;
    },
    get over() {
      return over();
    },
    attempt: (candidate) => !over() && take(replay(options, candidate)),
    attemptWith: (candidate, decider) => !over() && take(redraw(options, candidate, decider)),
  };
}

interface Outcome {
  /** The candidate without what it did not need, when it shows the failure. */
  readonly capsule: Capsule | undefined;
  readonly steps: number;
}

function replay(options: ShrinkOptions, capsule: Capsule): Outcome {
  const { run, shown, lastMs } = prepare(options, capsule);
  const { used, steps } = runCapsule(run);
  if (!shown()) return { capsule: undefined, steps };
  const decisions = capsule.decisions.filter((decision) => used.has(decision));
  return { capsule: trim({ ...capsule, decisions }, lastMs()), steps };
}

function redraw(options: ShrinkOptions, capsule: Capsule, decider: Decider): Outcome {
  const { run, shown, lastMs } = prepare(options, capsule);
  const recorder = createRecorder(capsule.cluster.settings.electionTimeoutMs, decider);
  const { steps } = runDecided(run, recorder);
  if (!shown()) return { capsule: undefined, steps };
  const { decisions } = recorder.recording();
  return { capsule: trim({ ...capsule, decisions }, lastMs()), steps };
}

function prepare({ core, watch }: ShrinkOptions, capsule: Capsule) {
  const { observe, shown } = watch();
  let last = 0;
  const run = {
    capsule,
    core,
    observe(event: Parameters<typeof observe>[0]): void {
      if (!shown()) last = event.time - virtualEpochMs;
      observe(event);
    },
    halted: shown,
  };
  return { run, shown, lastMs: () => last };
}

/** Leaves out all that lies after the failure: without it the run is the same. */
function trim(capsule: Capsule, lastMs: number): Capsule {
  const within = <Part extends { readonly at: number }>(parts: readonly Part[]): readonly Part[] =>
    parts.filter(({ at }) => at <= lastMs);
  return {
    ...capsule,
    lastsMs: Math.min(capsule.lastsMs, lastMs + 1),
    converges: capsule.converges && lastMs > capsule.lastsMs,
    plan: within(capsule.plan),
    operations: within(capsule.operations),
  };
}
