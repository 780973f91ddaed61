import process from 'node:process';
import { type Bug, loadCore } from '@raftlens/bugs';
import type { Core } from '@raftlens/core';
import { createJudge, orderFindings } from '@raftlens/invariants';
import { runSeed, type SeedRun } from '@raftlens/loop';
import { findScenario, findStrategy, runTrial, type Trial, withStrategy } from '@raftlens/sim';
import type { Suite } from './suites.ts';

/** What told a bug. */
export interface Kill {
  /** The broken rule that stands first, what the harness saw, or `throws`. */
  readonly by: string;
  /** The place of the bug itself among the suspects of that run, from 1; 0 for none. */
  readonly rank: number;
}

/** One start of a suite on one bug. */
export interface Attempt {
  /** Runs up to the one that shows it, or all. */
  readonly runs: number;
  /** What they took, ms of this thread's own CPU time. */
  readonly ms: number;
  readonly kill: Kill | undefined;
}

/** Seeds of different starts are so far apart. */
const startsApart = 100_000;

/**
 * Runs a suite on a patched core, each start until something is wrong, as raft-loop does: that is
 * what takes the time. What told it is asked of the failing run once more.
 */
export async function hunt(bug: Bug, suite: Suite): Promise<readonly Attempt[]> {
  const scenario = findScenario(suite.scenario);
  const strategy = findStrategy(suite.strategy);
  if (scenario === undefined || strategy === undefined) {
    throw new RangeError(`no ${suite.scenario} or ${suite.strategy}`);
  }
  const core = heldOrNot(await loadCore(bug.name), suite.held);
  return Array.from({ length: suite.starts }, (_, start) => {
    const began = process.threadCpuUsage();
    const first = start * startsApart;
    let runs = 0;
    let fails = false;
    while (!fails && runs < suite.runs) {
      runs += 1;
      fails = isWrong({ scenario, core, strategy, seed: first + runs });
    }
    const { user, system } = process.threadCpuUsage(began);
    const trial: Trial = { scenario, core, seed: first + runs };
    const kill = fails ? whatTells(bug, withStrategy(trial, strategy)) : undefined;
    return { runs, ms: (user + system) / 1000, kill };
  });
}

/** The core alone, where nothing but rules may tell. */
function heldOrNot(core: Core, held: boolean): Core {
  if (held || !('heldTo' in core)) return core;
  const { heldTo: _, ...alone } = core as Core & { readonly heldTo: Core };
  return alone;
}

function isWrong(run: SeedRun): boolean {
  try {
    return runSeed(run) !== undefined;
  } catch {
    return true;
  }
}

function whatTells(bug: Bug, trial: Trial): Kill | undefined {
  const judge = createJudge();
  let fact: string | undefined;
  let passed: boolean;
  try {
    ({ passed } = runTrial({
      ...trial,
      observe(event) {
        if (event.event === 'test.observed') fact = event.fact;
        judge.observe(event);
      },
    }));
  } catch {
    return { by: 'throws', rank: 0 };
  }
  const findings = orderFindings(judge.finish().findings);
  const [chief] = findings;
  const violated = chief?.severity === 'violation';
  if (!violated && passed) return undefined;
  if (!violated) return { by: fact ?? 'tester', rank: 0 };
  // The rule that stands first need not tell most: the best place in any finding of the run.
  const ranks = findings
    .map(({ causes }) => causes.findIndex((cause) => cause.bug === bug.name) + 1)
    .filter((rank) => rank > 0);
  return { by: chief.rule, rank: Math.min(...ranks, 99) % 99 };
}
