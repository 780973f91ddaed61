import fc from 'fast-check';
import { expect, test } from 'vitest';
import { untouched } from '../../src/campaign/campaign-tally.ts';
import type { SeedFailure } from '../../src/campaign/seed-failure.ts';
import { type CampaignShard, campaignSchema } from '../../src/merge/campaign-shard.ts';
import { mergeCampaigns } from '../../src/merge/merge-campaigns.ts';
import { runsInShard } from '../../src/shard/shard.ts';

const [seed, num] = [100, 300];

function failure(of: number): SeedFailure {
  return {
    ...{ seed: of, rule: 'election-safety', term: 2, nodes: ['n1'], message: '', test: undefined },
  };
}

/** Seeds that fail, wherever they are run. */
const failing = [101, 130, 177, 178, 399];

function shard(index: number, of: number, change: Partial<CampaignShard> = {}): CampaignShard {
  const here = failing.filter((each) => (each - seed) % of === index - 1);
  return {
    ...{ schema: campaignSchema, scenario: '2A', bug: null, strategy: null, intensities: null },
    ...{ seed, num, shard: { index, of }, runs: runsInShard(num, { index, of }) },
    failures: here.map(failure),
    touched: { ...untouched, reached: { elected: here.length }, vacuous: 1 },
    ...change,
  };
}

test('whatever the number of shards, their order and doubles, the sum is that of one', () => {
  const arbitrary = fc.integer({ min: 1, max: 256 }).chain((of) =>
    fc.shuffledSubarray(
      [...Array(of), ...Array(of)].map((_, at) => shard((at % of) + 1, of)),
      { minLength: 2 * of },
    ),
  );
  const one = mergeCampaigns([shard(1, 1)]);
  if (typeof one === 'string') throw new Error(one);
  fc.assert(
    fc.property(arbitrary, (shards) => {
      const merged = mergeCampaigns(shards);
      if (typeof merged === 'string') throw new Error(merged);
      const { runs, failures, touched } = merged.result;
      expect({ runs, failures }).toEqual({ runs: num, failures: failing.map(failure) });
      expect(touched?.reached).toEqual(one.result.touched?.reached);
      expect(merged.missing).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test('shards that are not there are told', () => {
  const merged = mergeCampaigns([shard(3, 4), shard(1, 4)]);
  expect(merged).toMatchObject({ missing: [2, 4], result: { runs: 150 } });
});

test('of two files of one shard the fuller one counts', () => {
  const half = shard(1, 1, { runs: 10, failures: [] });
  for (const both of [
    [half, shard(1, 1)],
    [shard(1, 1), half],
  ]) {
    expect(mergeCampaigns(both)).toMatchObject({ result: { runs: num } });
  }
});

test.each<[string, Partial<CampaignShard>]>([
  ['scenario 2A and 2B', { scenario: '2B' }],
  ['bug null and stale-vote', { bug: 'stale-vote' }],
  ['--seed 100 and 7', { seed: 7 }],
  ['--num 300 and 10', { num: 10 }],
  ['number of shards 2 and 3', { shard: { index: 2, of: 3 } }],
])('of different campaigns, %s, there is no sum', (words, change) => {
  expect(mergeCampaigns([shard(1, 2), shard(2, 2, change)])).toBe(
    `these are shards of different campaigns: ${words}`,
  );
});

test('where one stopped at a failure, what was touched is not known', () => {
  const merged = mergeCampaigns([shard(1, 2), shard(2, 2, { touched: null })]);
  expect(merged).toMatchObject({ result: { touched: undefined } });
});
