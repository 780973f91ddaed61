import { type Bug, loadCore } from '@raftlens/bugs';
import type { Core } from '@raftlens/core';
import { runSeed } from '@raftlens/loop';
import { findScenario, findStrategy, type Scenario, type Strategy } from '@raftlens/sim';

/** A run that fails, by what makes it again. */
export interface FailingTrial {
  readonly scenario: string;
  readonly strategy: string;
  /** Held to the correct core, step by step. */
  readonly held: boolean;
  readonly seed: number;
}

/** A trial ready to be run. */
export interface LoadedTrial {
  readonly scenario: Scenario;
  readonly strategy: Strategy;
  readonly core: Core;
  readonly seed: number;
}

/** One way to look for a failing run, with how many runs it is given. */
interface Search {
  readonly scenario: string;
  readonly strategy: string;
  readonly held: boolean;
  readonly runs: number;
}

const chaos: Search = { scenario: 'chaos', strategy: 'portfolio', held: false, runs: 60 };
/** Runs of each part of the lab, which take from milliseconds to a second. */
const labRuns: Readonly<Record<string, number>> = {
  '2A': 30,
  '2B': 6,
  '2D': 2,
  '2C': 2,
  threads: 4,
};

/**
 * The first run that fails with a bug in the core. Searches begin with chaos for even samples and
 * with the lab for odd ones, so that traces of both kinds are there; the correct core to compare
 * with comes last, as nobody outside has one.
 */
export async function findTrace(
  bug: Bug,
  firstSeed: number,
  sample: number,
): Promise<FailingTrial | undefined> {
  const lab = Object.entries(labRuns)
    .filter(([scenario]) => bug.scenarios.includes(scenario) || bug.host !== undefined)
    .map(([scenario, runs]) => ({ scenario, strategy: 'uniform', held: false, runs }));
  // Around a core with threads Figure 2 sees steps that only come later.
  const others = bug.host === undefined ? [chaos] : [];
  const searches = sample % 2 === 0 ? [...others, ...lab] : [...lab, ...others];
  for (const search of [...searches, ...others.map((each) => ({ ...each, held: true }))]) {
    for (let run = 0; run < search.runs; run += 1) {
      const { scenario, strategy, held } = search;
      const trial = { scenario, strategy, held, seed: firstSeed + sample * 1000 + run };
      if (await fails(bug, trial)) return trial;
    }
  }
  return undefined;
}

/** Whether a run fails; one that throws has no trace that ends as a user's would. */
export async function fails(bug: Bug, trial: FailingTrial): Promise<boolean> {
  try {
    return runSeed(await loadTrial(bug, trial)) !== undefined;
  } catch {
    return false;
  }
}

/** Throws for a scenario or strategy that there is not. */
export async function loadTrial(bug: Bug, trial: FailingTrial): Promise<LoadedTrial> {
  const scenario = findScenario(trial.scenario);
  const strategy = findStrategy(trial.strategy);
  if (scenario === undefined || strategy === undefined) {
    throw new RangeError(`no ${trial.scenario} or ${trial.strategy}`);
  }
  const core = heldOrNot(await loadCore(bug.name), trial.held);
  return { scenario, strategy, core, seed: trial.seed };
}

function heldOrNot(core: Core, held: boolean): Core {
  if (held || !('heldTo' in core)) return core;
  const { heldTo: _, ...alone } = core as Core & { readonly heldTo: Core };
  return alone;
}
