import { expect, test } from 'vitest';
import { untouched } from '../../src/campaign/campaign-tally.ts';
import { runWorker } from '../../src/campaign/run-worker.ts';
import type { BlockResult, SeedBlock } from '../../src/campaign/worker-messages.ts';

const task = { scenario: '2A', bug: undefined };
const limits = {
  endlessMs: 200,
  megabytes: 32,
  file: new URL('./odd-worker.mjs', import.meta.url),
};

/** What a worker makes of some blocks, of which it does not end seed 3 or fills memory at 5. */
async function results(
  blocks: SeedBlock[],
  endlessMs = limits.endlessMs,
): Promise<readonly BlockResult[]> {
  const noted: BlockResult[] = [];
  await runWorker(
    task,
    {
      take: () => blocks.shift(),
      note: (result) => noted.push(result),
      putBack: (rest) => blocks.push(rest),
    },
    { ...limits, endlessMs },
  );
  return noted;
}

const block = (start: number, count: number, step = 1): SeedBlock => {
  return { start, step, count, untilFail: false };
};

test.each([
  [3, limits.endlessMs, /it does not end/],
  // However slowly the memory is filled, it is what ends that run.
  [5, 60_000, /more than 32 MB of memory/],
])(
  'a run that takes all of the worker at seed %i fails, and its block goes on',
  async (seed, endlessMs, why) => {
    const noted = await results([block(seed - 1, 3), block(100, 2)], endlessMs);
    expect(noted.map(({ runs, failures }) => [runs, failures.map((each) => each.seed)])).toEqual([
      [1, [seed]],
      [2, []],
      [1, []],
      [1, []],
    ]);
    expect(noted.slice(1).map((each) => each.block)).toEqual([
      block(100, 2),
      block(seed - 1, 1),
      block(seed + 1, 1),
    ]);
    expect(noted[0]).toMatchObject({ failures: [{ seed, endless: true, rule: undefined }] });
    expect(noted[0]?.failures[0]?.message).toMatch(why);
    expect(noted[0]?.touched).toEqual(untouched);
  },
);

test('nothing of a block is left where its only run never ends', async () => {
  const noted = await results([block(3, 1, 2)]);
  expect(noted.map(({ failures }) => failures.length)).toEqual([1]);
});

test('what a worker throws is thrown', async () => {
  await expect(results([block(7, 1)])).rejects.toThrow('seed 7 is not liked');
});
