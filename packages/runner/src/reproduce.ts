import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { loopCommand } from './command/loop-command.ts';
import type { LoopPlan } from './command/loop-options.ts';
import { createRunTally } from './command/run-tally.ts';
import { type FailureRate, failureRate } from './report/failure-rate.ts';

/** How often the script of a failing run fails. */
export interface Reproduction {
  readonly failed: number;
  readonly runs: number;
  readonly rate: FailureRate;
}

/** How to find out. */
export interface ReproductionTask {
  readonly script: string;
  /** So many runs, none of which ends the others. */
  readonly times: number;
  /** How the loop made and judged its runs. */
  readonly plan: LoopPlan;
  readonly jobs: number;
  readonly seed: number;
  /** Where the runs are, until they are over. */
  readonly folder: string;
  readonly confidence: number;
  readonly signal: AbortSignal;
}

/** Runs a script so many times; undefined where no run of it shows anything. */
export async function reproduce(task: ReproductionTask): Promise<Reproduction | undefined> {
  const { plan, times, signal } = task;
  const tally = createRunTally();
  const folder = join(task.folder, 'repro');
  await loopCommand({
    ...{ command: ['/bin/sh', task.script], firstSeed: task.seed, jobs: task.jobs, folder, signal },
    ...{ keep: false, tally, append: () => {}, onRun: tally.add },
    plan: {
      ...{ ...plan, budgetMs: undefined, retries: 0, stop: { ...noRules, num: times } },
      child: { ...plan.child, placeholders: false, items: [], ports: 0 },
    },
  });
  rmSync(folder, { recursive: true, force: true });
  const { passed, failed } = tally;
  const rate = failureRate({ passed, failed }, task.confidence);
  return rate && { failed, runs: passed + failed, rate };
}

const noRules = {
  ...{ maxFails: undefined, maxPasses: undefined, untilError: undefined, untilOutput: [] },
  ...{ untilChanges: false, untilSame: false },
} as const;
