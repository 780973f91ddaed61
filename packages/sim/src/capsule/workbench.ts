import type { TraceEvent } from '@raftlens/trace';
import { virtualEpochMs } from '../virtual-epoch.ts';
import { createAligned } from './aligned.ts';
import { isBenign } from './benign.ts';
import type { Capsule } from './capsule.ts';
import type { Decider } from './decider.ts';
import type { Decision } from './decision.ts';
import { createDrawer } from './drawer.ts';
import { createRecorder } from './recorder.ts';
import { createReplayer } from './replayer.ts';
import { runDecided } from './run-capsule.ts';
import type { ShrinkOptions } from './shrink.ts';

/** The best capsule so far, and what tries others in its place. */
export interface Workbench {
  readonly best: Capsule;
  /** Runs so far. */
  readonly attempts: number;
  /** Deliveries and timers of all runs: what they cost, whatever the machine. */
  readonly steps: number;
  /** Share of the steps that were made. */
  readonly spent: number;
  /** Time or steps have run out. */
  readonly over: boolean;
  /** Runs a candidate; when it shows the failure it becomes the best. */
  attempt(candidate: Capsule): boolean;
  /** The same; decisions are also tried by the time at which they came up. */
  attemptAligned(candidate: Capsule): boolean;
  /** The same with some decisions drawn anew, which then become its own; `seed` decides how. */
  attemptDrawn(candidate: Capsule, seed: number): boolean;
  /** The same with all of them drawn anew. */
  attemptAfresh(candidate: Capsule, seed: number): boolean;
  /** From now on the bench counts as over once this share of the steps is made. */
  reserve(share: number): void;
}

/** A second or two on a machine of 2024. */
const stepsDefault = 500_000;

/** So many steps of a run pass between looks at the clock. */
const stepsBetweenLooks = 1_000;

/** A workbench on which nothing was tried yet. */
export function createWorkbench(options: ShrinkOptions): Workbench {
  const { stepsMax = stepsDefault } = options;
  const state = { best: options.capsule, attempts: 0, steps: 0, share: 1 };
  /** When each decision of the best came up. */
  let times: ReadonlyMap<Decision, number> = new Map();
  // The first run shows whether there is anything to shrink at all.
  const expired = (): boolean => state.attempts > 0 && options.expired();
  const over = (): boolean => state.steps >= state.share * stepsMax || expired();
  const bounded = { ...options, expired };
  const take = ({ capsule, steps, came }: Outcome): boolean => {
    state.attempts += 1;
    state.steps += steps;
    if (capsule === undefined) return false;
    state.best = capsule;
    times = came;
    return true;
  };
  const attempt = (candidate: Capsule): boolean => !over() && take(replay(bounded, candidate));
  const attemptDrawn = (
    candidate: Capsule,
    seed: number,
    decisions: ReadonlyMap<Decision, number>,
  ): boolean => {
    if (over()) return false;
    const { cluster } = candidate;
    const drawer = (now: () => number): Decider => createDrawer({ decisions, cluster, now, seed });
    return take(redraw(bounded, candidate, drawer));
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
    get spent() {
      return state.steps / stepsMax;
    },
    get over() {
      return over();
    },
    attempt,
    attemptAligned(candidate) {
      if (attempt(candidate)) return true;
      if (over() || candidate.decisions.length === 0) return false;
      const { cluster } = candidate;
      const aligned = (now: () => number): Decider =>
        createAligned({ decisions: times, cluster, now });
      return take(redraw(bounded, candidate, aligned));
    },
    attemptDrawn: (candidate, seed) => attemptDrawn(candidate, seed, times),
    attemptAfresh: (candidate, seed) => attemptDrawn(candidate, seed, new Map()),
    reserve(share) {
      state.share = share;
    },
  };
}

interface Outcome {
  /** The candidate without what it did not need, when it shows the failure. */
  readonly capsule: Capsule | undefined;
  /** When its decisions came up. */
  readonly came: ReadonlyMap<Decision, number>;
  readonly steps: number;
}

function replay(options: ShrinkOptions, capsule: Capsule): Outcome {
  const { hopMs, settings } = capsule.cluster;
  const { electionTimeoutMs } = settings;
  const view = look(options);
  const { decisions } = capsule;
  const replayer = createReplayer({ decisions, hopMs, electionTimeoutMs, now: view.now });
  const { core } = options;
  const { observe } = view;
  const { steps } = runDecided({ capsule, core, observe, halted: view.halted }, replayer);
  view.finish();
  const kept = decisions.filter((decision) => replayer.used.has(decision));
  return outcomeOf({ ...capsule, decisions: kept }, view, steps, replayer.used);
}

function redraw(
  options: ShrinkOptions,
  capsule: Capsule,
  deciderOf: (now: () => number) => Decider,
): Outcome {
  const view = look(options);
  const { electionTimeoutMs } = capsule.cluster.settings;
  const recorder = createRecorder(electionTimeoutMs, { inner: deciderOf(view.now), now: view.now });
  const { core } = options;
  const { observe } = view;
  const { steps } = runDecided({ capsule, core, observe, halted: view.halted }, recorder);
  view.finish();
  const recording = recorder.recording();
  const decisions = recording.decisions.filter((each) => !isBenign(each, capsule.cluster));
  return outcomeOf({ ...capsule, decisions }, view, steps, recording.came);
}

function outcomeOf(
  capsule: Capsule,
  { shown, now }: View,
  steps: number,
  came: ReadonlyMap<Decision, number>,
): Outcome {
  return { capsule: shown() ? trim(capsule, now()) : undefined, came, steps };
}

/** A watch that knows the time of the last event up to the failure. */
interface View {
  observe(event: TraceEvent): void;
  shown(): boolean;
  /** Ends a run: the failure has shown, or time has run out, which is looked at now and then. */
  halted(): boolean;
  now(): number;
  /** The run is over. */
  finish(): void;
}

function look({ watch, expired }: ShrinkOptions): View {
  const { observe, shown, finish } = watch();
  let last = 0;
  let asked = 0;
  return {
    observe(event) {
      if (!shown()) last = event.time - virtualEpochMs;
      observe(event);
    },
    shown,
    halted() {
      asked += 1;
      return shown() || (asked % stepsBetweenLooks === 0 && expired());
    },
    now: () => last,
    finish: () => finish?.(),
  };
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
