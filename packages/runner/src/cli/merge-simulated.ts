import process from 'node:process';
import { findScenario } from '@raftlens/sim';
import { type CampaignShard, writeCampaignShard } from '../merge/campaign-shard.ts';
import { mergeCampaigns } from '../merge/merge-campaigns.ts';
import { type Simulation, simulate } from '../simulate.ts';
import { exitCode } from './exit-code.ts';
import type { LoopFlags } from './loop-flags.ts';
import { printReport } from './print-report.ts';

/**
 * Tells shards of simulated runs as if they had been run in one: what failed is run again, so that
 * it is told with trace and analysis. Gives the exit code, or a message on wrong usage.
 */
export async function mergeSimulated(
  into: string,
  shards: readonly CampaignShard[],
  { flags, program }: { readonly flags: LoopFlags; readonly program: string },
): Promise<number | string> {
  const merged = mergeCampaigns(shards);
  if (typeof merged === 'string') return merged;
  const { what, result, missing } = merged;
  const scenario = findScenario(what.scenario);
  if (scenario === undefined) return `there is no scenario ${what.scenario} here`;
  for (const shard of merged.shards) writeCampaignShard(into, shard);
  const simulation: Simulation = {
    ...{ scenario, bug: what.bug ?? undefined, program, otlp: undefined, onProgress: () => {} },
    signal: new AbortController().signal,
    flags: {
      ...flags,
      ...{ firstSeed: what.seed, num: what.num, strategy: what.strategy ?? undefined },
      ...{ intensities: what.intensities ?? undefined, shard: undefined },
    },
  };
  await printReport(await simulate(simulation, result), flags);
  if (missing.length > 0) {
    const names = missing.map((index) => `${index}/${what.shard.of}`).join(', ');
    process.stderr.write(`raft-loop: missing shards: ${names}\n`);
  }
  if (result.runs === 0) return exitCode.nothingRan;
  if (result.failures.length > 0) return exitCode.failed;
  return missing.length > 0 ? exitCode.goalMissed : exitCode.passed;
}
