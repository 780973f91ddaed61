import { logGamma } from './binomial-tail.ts';
import type { RateInterval } from './rate-interval.ts';

/**
 * An interval for the failure rate behind `failed` of `runs` that holds it in at least `confidence`
 * of all campaigns, whenever and for whatever reason they stop: a confidence sequence.
 *
 * The rates that are left out are those under which what was seen is `1 / (1 − confidence)` times
 * less likely than on average over all rates, weighed by Beta(1/2, 1/2) (Robbins 1970; Ville's
 * inequality). It is wider than the exact interval for a number of runs that was fixed before.
 */
export function anytimeInterval(failed: number, runs: number, confidence = 0.95): RateInterval {
  if (runs === 0) return { low: 0, high: 1 };
  const passed = runs - failed;
  const average = logBeta(failed + 0.5, passed + 0.5) - logBeta(0.5, 0.5);
  const needed = -Math.log1p(-confidence);
  const isLeftOut = (rate: number): boolean => {
    const own = times(failed, Math.log(rate)) + times(passed, Math.log1p(-rate));
    return average - own >= needed;
  };
  const share = failed / runs;
  return {
    low: failed === 0 ? 0 : border(0, share, isLeftOut),
    high: passed === 0 ? 1 : border(1, share, isLeftOut),
  };
}

/** Where between a rate that is left out and one that is not the interval ends. */
function border(outside: number, inside: number, isLeftOut: (rate: number) => boolean): number {
  let [out, within] = [outside, inside];
  while (Math.abs(within - out) > 1e-12 * Math.max(within, out, 1e-3)) {
    const middle = (out + within) / 2;
    if (isLeftOut(middle)) out = middle;
    else within = middle;
  }
  // The outer end: what is not known to be left out is in.
  return out;
}

/** No runs of a kind say nothing, however unlikely they are. */
function times(count: number, log: number): number {
  return count === 0 ? 0 : count * log;
}

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}
