/** What is to be shown: that a command fails less often than `below`, and how surely. */
export interface RateClaim {
  /** 0 to 1. */
  readonly below: number;
  /** 0 to 1. */
  readonly confidence: number;
}

/** A test of a claim that may be looked at after every run. */
export interface RateTest {
  readonly proven: boolean;
  /** How many runs more, all of them clean, prove it. */
  readonly cleanRunsLeft: number;
  add(failed: boolean): void;
}

/**
 * Rates, as shares of the claimed one, at which the evidence is weighed, and the weight of each.
 * Half of it is on "never fails": that is what one hopes to show.
 */
const alternatives: readonly (readonly [share: number, weight: number])[] = [
  [0, 1 / 2],
  [1 / 16, 1 / 8],
  [1 / 8, 1 / 8],
  [1 / 4, 1 / 8],
  [1 / 2, 1 / 8],
];

/**
 * Tests a claim sequentially (Wald; Ville's inequality). The evidence is the likelihood of what was
 * seen under lower rates against that under the claimed one. Whatever true rate is not below the
 * claimed one, the probability that this ever reaches 1 / (1 − confidence) is at most
 * 1 − confidence: looking after every run, and stopping when it pleases, costs nothing.
 */
export function createRateTest({ below, confidence }: RateClaim): RateTest {
  const logs = alternatives.map(([, weight]) => Math.log(weight));
  const steps = alternatives.map(([share]) => ({
    failed: Math.log(share),
    passed: Math.log1p(-share * below) - Math.log1p(-below),
  }));
  const needed = -Math.log1p(-confidence);
  const proven = (more: number): boolean =>
    logSum(logs.map((log, at) => log + more * (steps[at]?.passed ?? 0))) >= needed;
  return {
    get proven() {
      return proven(0);
    },
    get cleanRunsLeft() {
      if (proven(0)) return 0;
      let high = 1;
      while (!proven(high)) high *= 2;
      let low = high / 2;
      while (high - low > 1) {
        const middle = Math.floor((low + high) / 2);
        if (proven(middle)) high = middle;
        else low = middle;
      }
      return high;
    },
    add(failed) {
      for (const [at, step] of steps.entries()) {
        logs[at] = (logs[at] ?? 0) + (failed ? step.failed : step.passed);
      }
    },
  };
}

/** The logarithm of the sum of what these are the logarithms of. */
function logSum(logs: readonly number[]): number {
  const most = Math.max(...logs);
  if (most === Number.NEGATIVE_INFINITY) return most;
  return most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0));
}
