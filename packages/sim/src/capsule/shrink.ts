import type { Core } from '@raftlens/core';
import type { Capsule } from './capsule.ts';
import type { FailureWatch } from './failure-watch.ts';
import { type Grain, removeParts } from './remove-parts.ts';
import { searchAfresh } from './search-afresh.ts';
import { searchSmaller } from './search-smaller.ts';
import { dropClasses, shrinkDecisions } from './shrink-decisions.ts';
import { shrinkOperations } from './shrink-operations.ts';
import { shrinkServers } from './shrink-servers.ts';
import { shrinkSnapshots } from './shrink-snapshots.ts';
import { createWorkbench, type Workbench } from './workbench.ts';

/** What shrinking works with. */
export interface ShrinkOptions {
  readonly capsule: Capsule;
  readonly core: Core;
  /** A new watch for the failure that the capsule must go on to show. */
  readonly watch: () => FailureWatch;
  /** Asked before each attempt; true ends the search with the best so far. */
  readonly expired: () => boolean;
  /**
   * So many deliveries and timers in all runs together: a limit that, unlike time, is the same on
   * every machine. Leave it out for about two seconds.
   */
  readonly stepsMax?: number | undefined;
}

/** What became of a capsule. */
export interface Shrunk {
  readonly capsule: Capsule;
  /** Runs that were made. */
  readonly attempts: number;
  /** Deliveries and timers of all of them. */
  readonly steps: number;
  /** False when the capsule as given did not show its failure; then nothing was tried. */
  readonly reproduced: boolean;
  /** False when time or steps ran out before no part could be left out any more. */
  readonly finished: boolean;
}

/**
 * Makes a capsule smaller while it shows the same failure: whole classes of decisions, faults,
 * operations, servers, then single deliveries and timers, over and over until nothing more can go.
 * Without a limit of time the same capsule always shrinks to the same one.
 */
export function shrink(options: ShrinkOptions): Shrunk {
  const bench = createWorkbench(options);
  const reproduced = bench.attempt(options.capsule);
  if (reproduced) makeSmall(bench);
  const { best: capsule, attempts, steps, over } = bench;
  return { capsule, attempts, steps, reproduced, finished: !over };
}

/** Removal first, as it stays closest to the run that failed; then what else finds the failure. */
function makeSmall(bench: Workbench): void {
  bench.reserve(0.4);
  removeAll(bench);
  bench.reserve(0.6);
  if (searchAfresh(bench, enough)) removeAll(bench);
  bench.reserve(1);
  removeAll(bench);
  while (searchSmaller(bench, enough)) removeAll(bench);
}

/** As many faults and operations a reader can keep in mind; more are worth a longer search. */
const enough = 5;

function removeAll(bench: Workbench): void {
  // Large runs cost most: what takes most away comes first, of every kind of part.
  removeOfEach(bench, 'coarse');
  for (let before = Number.POSITIVE_INFINITY; weightOf(bench.best) < before; ) {
    before = weightOf(bench.best);
    removeOfEach(bench, 'fine');
    if (bench.over) return;
  }
}

function removeOfEach(bench: Workbench, grain: Grain): void {
  dropClasses(bench, grain);
  shrinkPlan(bench, grain);
  if (grain === 'fine') shrinkSnapshots(bench);
  shrinkOperations(bench, grain);
  shrinkServers(bench);
  shrinkDecisions(bench, grain);
}

function shrinkPlan(bench: Workbench, grain: Grain): void {
  removeParts({
    grain,
    over: () => bench.over,
    parts: () => bench.best.plan,
    keep: (plan) => bench.attemptAligned({ ...bench.best, plan }),
  });
}

function weightOf({ plan, operations, decisions, cluster }: Capsule): number {
  return plan.length + operations.length + decisions.length + cluster.size;
}
