import { logGamma } from './binomial-tail.ts';

/** How often something failed. */
export interface FailureCount {
  readonly failed: number;
  readonly runs: number;
}

/** What two campaigns together say of a change between them. */
export interface RateComparison {
  readonly verdict: 'fixed' | 'worse' | 'cannot tell';
  /** How likely such a difference is if nothing has changed: Fisher's exact test, one-sided. */
  readonly chance: number;
  /** So many more clean runs after the change would show that it helps; 0 where it is shown. */
  readonly cleanRunsLeft: number;
}

const mostRuns = 100_000_000;

/**
 * Compares the failures before and after a change. `fixed` means that failures became rarer by more
 * than chance explains at this confidence, not that none is left: that no number of runs can show.
 */
export function compareRates(
  before: FailureCount,
  after: FailureCount,
  confidence = 0.95,
): RateComparison {
  const allowed = 1 - confidence;
  const fewer = chanceOfSoFew(before, after);
  const more = chanceOfSoFew(after, before);
  if (fewer <= allowed) return { verdict: 'fixed', chance: fewer, cleanRunsLeft: 0 };
  if (more <= allowed) return { verdict: 'worse', chance: more, cleanRunsLeft: 0 };
  const cleanRunsLeft = cleanRuns(before, after, allowed);
  return { verdict: 'cannot tell', chance: Math.min(fewer, more), cleanRunsLeft };
}

/**
 * The probability that of all failures of the two campaigns so few or fewer fall to `after`, if
 * they fall to runs at random.
 */
function chanceOfSoFew(before: FailureCount, after: FailureCount): number {
  const failed = before.failed + after.failed;
  const runs = before.runs + after.runs;
  const least = Math.max(0, failed - before.runs);
  const all = logChoose(runs, failed);
  let chance = 0;
  for (let there = least; there <= after.failed; there += 1) {
    chance += Math.exp(logChoose(after.runs, there) + logChoose(before.runs, failed - there) - all);
  }
  return Math.min(1, chance);
}

function cleanRuns(before: FailureCount, after: FailureCount, allowed: number): number {
  const shows = (more: number): boolean =>
    chanceOfSoFew(before, { failed: after.failed, runs: after.runs + more }) <= allowed;
  let high = 1;
  while (!shows(high)) {
    high *= 2;
    // With no failure before there is nothing that could become rarer.
    if (high > mostRuns) return Number.POSITIVE_INFINITY;
  }
  let low = high / 2;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (shows(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}
