import { atLeast } from './binomial-tail.ts';

/** Failures in a stretch of time. */
export interface FailureSpeed {
  readonly failed: number;
  readonly ms: number;
}

/**
 * How likely it is that so many of all failures, or more, fall to `fast` if both fail equally often
 * per time: the exact conditional test of two Poisson rates, one-sided.
 */
export function chanceOfSoFast(fast: FailureSpeed, slow: FailureSpeed): number {
  const failed = fast.failed + slow.failed;
  const time = fast.ms + slow.ms;
  return time <= 0 ? 1 : atLeast(fast.failed, failed, fast.ms / time);
}
