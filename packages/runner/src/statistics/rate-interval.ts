import { atLeast } from './binomial-tail.ts';

/** Where a failure rate lies, both ends included. */
export interface RateInterval {
  readonly low: number;
  readonly high: number;
}

/**
 * The exact interval of Clopper and Pearson for the failure rate behind `failed` of `runs`:
 * whatever the rate, at least `confidence` of all campaigns give an interval that holds it.
 *
 * That is so for a number of runs or of failures that was fixed before; for stopping whenever the
 * figures please there is `createRateTest`.
 */
export function rateInterval(failed: number, runs: number, confidence = 0.95): RateInterval {
  if (runs === 0) return { low: 0, high: 1 };
  const tail = (1 - confidence) / 2;
  return {
    low: failed === 0 ? 0 : solve((rate) => atLeast(failed, runs, rate) < tail),
    high: failed === runs ? 1 : solve((rate) => 1 - atLeast(failed + 1, runs, rate) > tail),
  };
}

/** The rate at which `isBelow` turns from true to false. */
function solve(isBelow: (rate: number) => boolean): number {
  let [low, high] = [0, 1];
  // 60 halvings leave nothing of a double's digits; small rates need them relative, not absolute.
  while (high - low > 1e-12 * high && high > 1e-15) {
    const middle = (low + high) / 2;
    if (isBelow(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
