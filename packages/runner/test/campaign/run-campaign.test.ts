import { loadCore } from '@raftlens/bugs';
import { findScenario } from '@raftlens/sim';
import { beforeAll, expect, test } from 'vitest';
import { createCampaignTally, type Touched, untouched } from '../../src/campaign/campaign-tally.ts';
import { type CampaignOptions, runCampaign } from '../../src/campaign/run-campaign.ts';
import { runSeed } from '../../src/campaign/run-seed.ts';
import type { SeedFailure } from '../../src/campaign/seed-failure.ts';

// This bug fails with few seeds, which tells the first failure from the others.
const task = { scenario: '2A', bug: 'stale-vote' };
const campaign: CampaignOptions = { ...task, firstSeed: 1, num: 64, untilFail: false, jobs: 1 };

/** What the same seeds give one after the other, in this thread. */
let failing: readonly SeedFailure[] = [];
let touched: Touched = untouched;

beforeAll(async () => {
  const scenario = findScenario(task.scenario);
  if (scenario === undefined) throw new RangeError('no such scenario');
  const core = await loadCore(task.bug);
  const tally = createCampaignTally();
  failing = Array.from({ length: campaign.num }, (_, index) => index + 1)
    .map((seed) => runSeed({ scenario, core, seed, tally }))
    .filter((failure) => failure !== undefined);
  touched = tally.touched();
});

test('the seeds chosen tell failures apart', () => {
  expect(failing.length).toBeGreaterThan(1);
  expect(failing.length).toBeLessThan(campaign.num / 2);
});

test.each([1, 2, 3])('%i workers find what one thread finds', async (jobs) => {
  expect(await runCampaign({ ...campaign, jobs })).toEqual({
    runs: campaign.num,
    failures: failing,
    touched,
    interrupted: false,
  });
});

test.each([1, 2, 3])('until a failure, %i workers find the lowest seed', async (jobs) => {
  const [first] = failing;
  expect(await runCampaign({ ...campaign, jobs, untilFail: true })).toEqual({
    runs: first?.seed,
    failures: [first],
    touched: undefined,
    interrupted: false,
  });
});

test('the first seed need not be one', async () => {
  const [first, second] = failing;
  const firstSeed = (first?.seed ?? 0) + 1;
  const result = await runCampaign({ ...campaign, firstSeed, jobs: 2, untilFail: true });
  expect(result).toEqual({
    runs: (second?.seed ?? 0) - firstSeed + 1,
    failures: [second],
    touched: undefined,
    interrupted: false,
  });
});

test('what runs touched is told where all of them were made', () => {
  expect(touched).toMatchObject({ faults: {}, vacuous: 0, verified: 0 });
  expect(touched.reached).toMatchObject({ 'leader-elected': expect.any(Number), 'read-served': 0 });
  expect(touched.reached['leader-elected']).toBeGreaterThan(campaign.num);
});

test('one run in so many is verified, whatever the number of workers', async () => {
  const all = { ...campaign, bug: undefined, firstSeed: 5, num: 20, verifyEvery: 5 };
  const verified = [];
  for (const jobs of [1, 2]) verified.push((await runCampaign({ ...all, jobs })).touched?.verified);
  // The seeds 5, 10, 15 and 20.
  expect(verified).toEqual([4, 4]);
});

test('progress counts every run and never goes back', async () => {
  const seen: number[] = [];
  await runCampaign({ ...campaign, num: 30, jobs: 2, onProgress: (done) => seen.push(done) });
  expect(seen.at(-1)).toBe(30);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
});

test('an abort ends it with what is done', async () => {
  const abort = new AbortController();
  const result = await runCampaign({
    scenario: '2A',
    bug: undefined,
    firstSeed: 1,
    num: 1_000_000,
    untilFail: false,
    jobs: 2,
    signal: abort.signal,
    onProgress: () => abort.abort(),
  });
  expect(result.interrupted).toBe(true);
  expect(result.failures).toEqual([]);
  expect(result.runs).toBeGreaterThanOrEqual(8);
  expect(result.runs).toBeLessThan(100);
});

test('aborted before it starts, it runs nothing', async () => {
  const signal = AbortSignal.abort();
  expect(await runCampaign({ ...campaign, signal })).toEqual({
    runs: 0,
    failures: [],
    touched: untouched,
    interrupted: true,
  });
});

test('an error in a worker ends the campaign with it', async () => {
  const wrong = { ...campaign, scenario: 'no-such-scenario', num: 1_000_000, jobs: 2 };
  await expect(runCampaign(wrong)).rejects.toThrow('no scenario is called no-such-scenario');
});

test('the shards of a campaign find together what the whole finds', async () => {
  const parts = await Promise.all(
    [1, 2, 3].map((index) => runCampaign({ ...campaign, jobs: 1, shard: { index, of: 3 } })),
  );
  expect(parts.map(({ runs }) => runs)).toEqual([22, 21, 21]);
  const found = parts.flatMap(({ failures }) => failures).sort((a, b) => a.seed - b.seed);
  expect(found).toEqual(failing);
});
