import { loadCore } from '@raftlens/bugs';
import { findScenario } from '@raftlens/sim';
import { runSeed } from './run-seed.ts';
import type { SeedFailure } from './seed-failure.ts';
import type { BlockResult, SeedBlock, WorkerTask } from './worker-messages.ts';

/** Prepares to run blocks of one task. Throws for a scenario or bug that is not known. */
export async function createBlockRunner({
  scenario: name,
  bug,
}: WorkerTask): Promise<(block: SeedBlock) => BlockResult> {
  const scenario = findScenario(name);
  if (scenario === undefined) throw new RangeError(`no scenario is called ${name}`);
  const core = await loadCore(bug);
  return (block) => {
    const failures: SeedFailure[] = [];
    let runs = 0;
    while (runs < block.count) {
      const failure = runSeed({ scenario, core, seed: block.start + runs });
      runs += 1;
      if (failure === undefined) continue;
      failures.push(failure);
      if (block.untilFail) break;
    }
    return { block, runs, failures };
  };
}
