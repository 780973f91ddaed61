import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Touched } from '../campaign/campaign-tally.ts';
import type { SeedFailure } from '../campaign/seed-failure.ts';
import type { Shard } from '../shard/shard.ts';

/** Name and version of the file that a shard of simulated runs leaves. */
export const campaignSchema = 'raft-loop-campaign/1';

/** A shard of simulated runs: what was run, and what it came to. */
export interface CampaignShard {
  readonly schema: typeof campaignSchema;
  readonly scenario: string;
  readonly bug: string | null;
  readonly strategy: string | null;
  readonly intensities: Readonly<Record<string, number>> | null;
  /** Of run 1 of all shards together. */
  readonly seed: number;
  /** Runs of all shards together. */
  readonly num: number;
  readonly shard: Shard;
  /** Runs that were made here. */
  readonly runs: number;
  readonly failures: readonly SeedFailure[];
  readonly touched: Touched | null;
}

const name = /^shard-\d+-of-\d+\.json$/;

/** Writes the file of a shard; passing runs need no line each, as their seeds are known. */
export function writeCampaignShard(folder: string, shard: CampaignShard): void {
  mkdirSync(folder, { recursive: true });
  const { index, of } = shard.shard;
  const file = join(folder, `shard-${index}-of-${of}.json`);
  writeFileSync(file, `${JSON.stringify(shard, undefined, 2)}\n`);
}

/** The shards that a folder holds; empty where it holds none of simulated runs. */
export function readCampaignShards(folder: string): readonly CampaignShard[] {
  return readdirSync(folder)
    .filter((each) => name.test(each))
    .flatMap((each) => {
      const shard = JSON.parse(readFileSync(join(folder, each), 'utf8')) as CampaignShard;
      return shard.schema === campaignSchema ? [shard] : [];
    });
}
