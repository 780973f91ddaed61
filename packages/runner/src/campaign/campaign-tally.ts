import { createSometimesTally } from '@raftlens/invariants';
import { sometimes as chaosScenes, type Reached, type TrialResult } from '@raftlens/sim';
import type { Attention, EventName, TraceEvent } from '@raftlens/trace';

/** What runs touched: without it, a thousand clean runs may have shown nothing. */
export interface Touched {
  /** How often each part of Raft was exercised, by name, parts that never were with 0. */
  readonly reached: Readonly<Record<string, number>>;
  /** How often each fault struck, by name. */
  readonly faults: Readonly<Record<string, number>>;
  /** In how many runs chaos came to each of its scenes; empty where there was no chaos. */
  readonly scenes: Readonly<Record<string, number>>;
  /** Runs in which nobody was elected, or nothing committed where clients were at work. */
  readonly vacuous: number;
  /** Runs that were made twice more and compared, byte for byte. */
  readonly verified: number;
}

/** Counts what runs touch. */
export interface CampaignTally {
  observe(event: TraceEvent): void;
  /** The events that it has to see. */
  readonly needed: readonly EventName[];
  /** Events that nobody had to see were left out of a run. */
  noteLeftOut(attention: Attention): void;
  /** A run was screened, which counts by itself. */
  noteReached(reached: Reached): void;
  /** A run is over; `leaders` led in it. */
  noteRun(result: TrialResult, leaders: number): void;
  noteVerified(): void;
  touched(): Touched;
}

/** Nothing touched. */
export const untouched: Touched = {
  reached: {},
  faults: {},
  scenes: {},
  vacuous: 0,
  verified: 0,
};

/** Starts at nothing. */
export function createCampaignTally(): CampaignTally {
  const sometimes = createSometimesTally();
  const faults: Record<string, number> = {};
  const scenes: Record<string, number> = {};
  const screened: Record<string, number> = {};
  let vacuous = 0;
  let verified = 0;
  return {
    observe: sometimes.observe,
    needed: sometimes.needed,
    noteLeftOut: sometimes.noteLeftOut,
    noteReached: (reached) => addCounts(screened, { ...reached }),
    noteRun(result, leaders) {
      if (result.vacuous === true || leaders === 0) vacuous += 1;
      if (result.touched === undefined) return;
      addCounts(faults, result.touched.faults);
      const seen = result.touched.sometimes;
      addCounts(
        scenes,
        Object.fromEntries(chaosScenes.map((each) => [each, +seen.includes(each)])),
      );
    },
    noteVerified() {
      verified += 1;
    },
    touched() {
      const reached = { ...sometimes.counts() };
      addCounts(reached, screened);
      return { reached, faults, scenes, vacuous, verified };
    },
  };
}

/** What two sets of runs touched together. */
export function addTouched(a: Touched, b: Touched): Touched {
  const reached = { ...a.reached };
  const faults = { ...a.faults };
  addCounts(reached, b.reached);
  addCounts(faults, b.faults);
  const scenes = { ...a.scenes };
  addCounts(scenes, b.scenes);
  const [vacuous, verified] = [a.vacuous + b.vacuous, a.verified + b.verified];
  return { reached, faults, scenes, vacuous, verified };
}

function addCounts(sum: Record<string, number>, more: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(more)) sum[name] = (sum[name] ?? 0) + count;
}
