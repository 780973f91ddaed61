import { expect, test } from 'vitest';
import { anytimeInterval } from '../../src/statistics/anytime-interval.ts';
import { rateInterval } from '../../src/statistics/rate-interval.ts';
import { createRateTest, type RateClaim } from '../../src/statistics/rate-test.ts';

/** Whether a loop stops after so many runs, of which so many have failed. */
type StopRule = (failed: number, runs: number) => boolean;

const rates = [0.001, 0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.08, 0.1, 0.15, 0.3, 0.6, 0.95];
const mostRuns = 400;

const claim =
  (wanted: RateClaim): StopRule =>
  (failed, runs) => {
    const test = createRateTest(wanted);
    test.add(false, runs - failed);
    test.add(true, failed);
    return test.proven || test.refuted;
  };

const stopRules: readonly (readonly [string, StopRule])[] = [
  ['never', () => false],
  ['at a failure', (failed) => failed > 0],
  ['--confidence 95 --below 1/20', claim({ below: 1 / 20, confidence: 0.95 })],
  ['--confidence 99 --below 1/20', claim({ below: 1 / 20, confidence: 0.99 })],
  ['--max-fails 10%', (failed, runs) => failed > 0 && runs >= 20 && failed / runs >= 0.1],
  // As soon as the exact interval leaves out a rate that somebody believes in.
  ['at what one hopes to see', (failed, runs) => rateInterval(failed, runs).high < 0.1],
];

test.each(stopRules)('stopped by: %s', (_name, stops) => {
  const isOver = remembered((failed, runs) => runs === mostRuns || stops(failed, runs));
  for (const rate of rates) {
    const held = coverage(isOver, rate);
    expect(held, `rate ${rate}`).toBeGreaterThanOrEqual(0.95 - 1e-9);
  }
});

function remembered(rule: StopRule): StopRule {
  const known = new Map<number, boolean>();
  return (failed, runs) => {
    const key = failed * 1000 + runs;
    const over = known.get(key) ?? rule(failed, runs);
    known.set(key, over);
    return over;
  };
}

const intervals = new Map<number, ReturnType<typeof anytimeInterval>>();

/** Which share of all campaigns gives an interval that holds the rate: the sum, not a sample. */
function coverage(isOver: StopRule, rate: number): number {
  let held = 0;
  let going = new Map([[0, 1]]);
  for (let runs = 1; going.size > 0; runs += 1) {
    const next = new Map<number, number>();
    for (const [before, chance] of going) {
      for (const [failed, share] of [
        [before, chance * (1 - rate)],
        [before + 1, chance * rate],
      ] as const) {
        if (share < 1e-15) continue;
        if (!isOver(failed, runs)) next.set(failed, (next.get(failed) ?? 0) + share);
        else if (holds(failed, runs, rate)) held += share;
      }
    }
    going = next;
  }
  return held;
}

function holds(failed: number, runs: number, rate: number): boolean {
  const key = failed * 1000 + runs;
  const { low, high } = intervals.get(key) ?? anytimeInterval(failed, runs);
  intervals.set(key, { low, high });
  return low <= rate && rate <= high;
}

test('it is wider than the exact one, and not by much', () => {
  for (const [failed, runs] of [
    [0, 100],
    [3, 50],
    [50, 1000],
    [20, 20],
  ] as const) {
    const exact = rateInterval(failed, runs);
    const { low, high } = anytimeInterval(failed, runs);
    expect(low).toBeLessThanOrEqual(exact.low);
    expect(high).toBeGreaterThanOrEqual(exact.high);
    expect(high - low).toBeLessThan(2.2 * (exact.high - exact.low));
  }
  expect(anytimeInterval(0, 0)).toEqual({ low: 0, high: 1 });
  expect(anytimeInterval(1, 1_000_000).high).toBeLessThan(1.5e-5);
});
