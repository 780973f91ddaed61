import { createCampaignTally } from './campaign-tally.ts';
import { coreCalled } from './core-called.ts';
import { runSeed, type SeedRun } from './run-seed.ts';
import { scenarioCalled } from './scenario-called.ts';
import type { SeedFailure } from './seed-failure.ts';
import { strategyCalled } from './strategy-called.ts';
import { createTraceDigest } from './trace-digest.ts';
import type { BlockResult, SeedBlock, WorkerTask } from './worker-messages.ts';

/**
 * Prepares to run blocks of one task; each seed is told before its run. Throws for a scenario or
 * bug that is not known.
 */
export async function createBlockRunner(
  { scenario: name, bug, intensities, strategy: strategyName, verifyEvery }: WorkerTask,
  onSeed: (seed: number) => void = () => {},
): Promise<(block: SeedBlock) => BlockResult> {
  const scenario = scenarioCalled(name);
  const strategy = strategyCalled(strategyName);
  const core = await coreCalled(bug);
  return (block) => {
    const failures: SeedFailure[] = [];
    const tally = createCampaignTally();
    let runs = 0;
    while (runs < block.count) {
      const seed = block.start + runs * block.step;
      const run = { scenario, core, seed, intensities, strategy };
      onSeed(seed);
      let failure = runSeed({ ...run, tally });
      if (
        failure === undefined &&
        verifyEvery !== undefined &&
        verified(seed, block, verifyEvery)
      ) {
        failure = verify(run);
        tally.noteVerified();
      }
      runs += 1;
      if (failure === undefined) continue;
      failures.push(failure);
      if (block.untilFail) break;
    }
    return { block, runs, failures, touched: tally.touched() };
  };
}

/** One seed in so many, of those of the shard. */
function verified(seed: number, { step }: SeedBlock, every: number): boolean {
  return Math.floor(seed / step) % every === 0;
}

/**
 * Makes a run that passed twice, with every rule on its whole trace; a failure where the two traces
 * differ, and where they show a broken rule that the hunt has not seen.
 */
function verify(run: SeedRun): SeedFailure | undefined {
  const [first, second] = [digestOf(run), digestOf(run)];
  if (first.value === second.value) return first.failure;
  const traces = `${first.value} and ${second.value}`;
  const message = `the same seed gave two traces (${traces}): it is not deterministic`;
  return { seed: run.seed, rule: undefined, term: undefined, nodes: [], message, test: undefined };
}

function digestOf(run: SeedRun): {
  readonly value: string;
  readonly failure: SeedFailure | undefined;
} {
  const digest = createTraceDigest();
  const failure = runSeed({ ...run, observe: digest.observe });
  return { value: digest.value(), failure };
}
