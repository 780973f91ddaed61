import { expect, test } from 'vitest';
import { rateInterval } from '../../src/statistics/rate-interval.ts';
import { seededRandom } from './seeded-random.ts';

// From the tables of Clopper and Pearson's interval, 95 %.
test.each<[failed: number, runs: number, low: number, high: number]>([
  [0, 10, 0, 0.3085],
  [1, 10, 0.0025, 0.445],
  [5, 10, 0.1871, 0.8129],
  [10, 10, 0.6915, 1],
  [0, 1000, 0, 0.00368],
  [1, 350, 0.0000723, 0.01582],
])('%i of %i', (failed, runs, low, high) => {
  const interval = rateInterval(failed, runs);
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
});

test('no run says nothing', () => {
  expect(rateInterval(0, 0)).toEqual({ low: 0, high: 1 });
});

/** Whether the interval of one campaign at this rate holds it. */
type Campaign = (fails: () => boolean) => readonly [failed: number, runs: number];

const campaigns: readonly (readonly [string, Campaign])[] = [
  ['a fixed number of runs', (fails) => [count(200, fails), 200]],
  [
    'stopped at the first failure',
    (fails) => {
      for (let runs = 1; runs <= 2000; runs += 1) if (fails()) return [1, runs];
      return [0, 2000];
    },
  ],
  [
    'stopped at the third failure',
    (fails) => {
      let failed = 0;
      for (let runs = 1; runs <= 2000; runs += 1) {
        if (fails()) failed += 1;
        if (failed === 3) return [3, runs];
      }
      return [failed, 2000];
    },
  ],
];

test.each(campaigns)('%s: 95 %% of intervals hold the rate', (_name, campaign) => {
  const random = seededRandom(7);
  for (const rate of [0.003, 0.03, 0.3]) {
    let held = 0;
    const times = 3000;
    for (let at = 0; at < times; at += 1) {
      const [failed, runs] = campaign(() => random() < rate);
      const { low, high } = rateInterval(failed, runs);
      if (low <= rate && rate <= high) held += 1;
    }
    // Three standard deviations of chance below 95 %, for this seed and every other.
    expect(held / times).toBeGreaterThan(0.95 - 3 * Math.sqrt((0.95 * 0.05) / times));
  }
});

function count(times: number, fails: () => boolean): number {
  let failed = 0;
  for (let at = 0; at < times; at += 1) if (fails()) failed += 1;
  return failed;
}
