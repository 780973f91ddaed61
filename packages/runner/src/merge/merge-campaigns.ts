import { addTouched, untouched } from '../campaign/campaign-tally.ts';
import type { CampaignResult } from '../campaign/run-campaign.ts';
import type { CampaignShard } from './campaign-shard.ts';

/** Shards as if they had been run in one. */
export interface MergedCampaign {
  readonly what: CampaignShard;
  readonly result: CampaignResult;
  /** Shards that are not there, by their index. */
  readonly missing: readonly number[];
  /** One of each, by their index. */
  readonly shards: readonly CampaignShard[];
}

/**
 * Adds up shards of simulated runs; their order, and how often each is given, change nothing. A
 * message where they are not of one campaign.
 */
export function mergeCampaigns(shards: readonly CampaignShard[]): MergedCampaign | string {
  const byIndex = new Map<number, CampaignShard>();
  const [what] = shards;
  if (what === undefined) return 'there is nothing to merge';
  for (const shard of shards) {
    const conflict = conflictOf(what, shard);
    if (conflict !== undefined) return conflict;
    const known = byIndex.get(shard.shard.index);
    if (known === undefined || goesBefore(shard, known)) byIndex.set(shard.shard.index, shard);
  }
  const { of } = what.shard;
  const all = [...byIndex.values()].sort((a, b) => a.shard.index - b.shard.index);
  const indices = Array.from({ length: of }, (_, at) => at + 1);
  let touched = all.some((shard) => shard.touched === null) ? undefined : untouched;
  for (const shard of all) {
    if (touched !== undefined && shard.touched !== null)
      touched = addTouched(touched, shard.touched);
  }
  const result: CampaignResult = {
    runs: all.reduce((sum, { runs }) => sum + runs, 0),
    failures: all.flatMap(({ failures }) => failures).sort((a, b) => a.seed - b.seed),
    touched,
    interrupted: false,
  };
  return { what, result, missing: indices.filter((index) => !byIndex.has(index)), shards: all };
}

/** The one that was cut short counts less; else any total order will do. */
function goesBefore(one: CampaignShard, other: CampaignShard): boolean {
  if (one.runs !== other.runs) return one.runs > other.runs;
  return JSON.stringify(one) < JSON.stringify(other);
}

function conflictOf(one: CampaignShard, other: CampaignShard): string | undefined {
  const facts: readonly (readonly [string, (shard: CampaignShard) => unknown])[] = [
    ['scenario', ({ scenario }) => scenario],
    ['bug', ({ bug }) => bug],
    ['strategy', ({ strategy }) => strategy],
    ['faults', ({ intensities }) => JSON.stringify(intensities)],
    ['--seed', ({ seed }) => seed],
    ['--num', ({ num }) => num],
    ['number of shards', ({ shard }) => shard.of],
  ];
  const [what, of] = facts.find(([, each]) => each(one) !== each(other)) ?? [];
  if (what === undefined || of === undefined) return undefined;
  return `these are shards of different campaigns: ${what} ${of(one)} and ${of(other)}`;
}
