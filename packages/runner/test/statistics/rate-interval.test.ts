import { expect, test } from 'vitest';
import { rateInterval } from '../../src/statistics/rate-interval.ts';

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

/** Ends after so many failures, or else after so many runs. */
interface Campaign {
  readonly failures: number;
  readonly runs: number;
}

const campaigns: readonly (readonly [string, Campaign])[] = [
  ['a fixed number of runs', { failures: Number.POSITIVE_INFINITY, runs: 200 }],
  ['few runs', { failures: Number.POSITIVE_INFINITY, runs: 7 }],
  ['stopped at the first failure', { failures: 1, runs: 2000 }],
  ['stopped at the first failure, and soon without', { failures: 1, runs: 30 }],
  ['stopped at the third failure', { failures: 3, runs: 1000 }],
];

test.each(campaigns)('%s: the interval holds the rate as often as it says', (_name, campaign) => {
  for (const rate of [1e-4, 0.001, 1 / 350, 0.01, 0.03, 1 / 13, 0.2, 0.3, 0.5, 0.77, 0.9, 0.999]) {
    expect(coverage(campaign, rate), `rate ${rate}`).toBeGreaterThanOrEqual(0.95 - 1e-9);
  }
});

/** Which share of campaigns gives an interval that holds the rate: the sum of all, not a sample. */
function coverage({ failures, runs }: Campaign, rate: number): number {
  const holds = (failed: number, made: number): boolean => {
    const { low, high } = rateInterval(failed, made);
    return low <= rate && rate <= high;
  };
  let held = 0;
  /** How likely it is that so many have failed up to now, and the campaign goes on. */
  let going = [1];
  for (let made = 1; made <= runs; made += 1) {
    const next = new Array<number>(going.length + 1).fill(0);
    for (const [failed, chance] of going.entries()) {
      next[failed] = (next[failed] ?? 0) + chance * (1 - rate);
      next[failed + 1] = (next[failed + 1] ?? 0) + chance * rate;
    }
    const ended = next[failures] ?? 0;
    if (ended > 0 && holds(failures, made)) held += ended;
    going = next.slice(0, failures);
  }
  for (const [failed, chance] of going.entries()) if (holds(failed, runs)) held += chance;
  return held;
}
