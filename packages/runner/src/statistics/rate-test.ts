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
  /** It fails more often than claimed, as surely as that. */
  readonly refuted: boolean;
  /** How many runs more, all of them clean, prove it. */
  readonly cleanRunsLeft: number;
  /** One run, or so many that all ended in the same way. */
  add(failed: boolean, runs?: number): void;
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

/** Rates above the claimed one, as multiples of it, and the weight of each. */
const worse: readonly (readonly [multiple: number, weight: number])[] = [
  [2, 1 / 4],
  [4, 1 / 4],
  [16, 1 / 4],
  [128, 1 / 4],
];

/**
 * Tests a claim sequentially (Wald; Ville's inequality). The evidence is the likelihood of what was
 * seen under lower rates against that under the claimed one. Whatever true rate is not below the
 * claimed one, the probability that this ever reaches 1 / (1 − confidence) is at most
 * 1 − confidence: looking after every run, and stopping when it pleases, costs nothing. The same
 * holds the other way: a claim that is true is refuted with no more chance than that.
 */
export function createRateTest({ below, confidence }: RateClaim): RateTest {
  const refutation = createRefutation(below);
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
    get refuted() {
      return refutation.evidence >= needed;
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
    add(failed, runs = 1) {
      if (runs === 0) return;
      refutation.add(failed, runs);
      for (const [at, step] of steps.entries()) {
        logs[at] = (logs[at] ?? 0) + runs * (failed ? step.failed : step.passed);
      }
    },
  };
}

/** The likelihood of what was seen under higher rates against that under the claimed one. */
function createRefutation(below: number): {
  readonly evidence: number;
  add(failed: boolean, runs: number): void;
} {
  const logs = worse.map(([, weight]) => Math.log(weight));
  // A rate of 1 would be over for good with the first run that passes.
  const rates = worse.map(([multiple]) => Math.min(multiple * below, (1 + below) / 2));
  return {
    get evidence() {
      return logSum(logs);
    },
    add(failed, runs) {
      for (const [at, rate] of rates.entries()) {
        const step = failed ? Math.log(rate / below) : Math.log1p(-rate) - Math.log1p(-below);
        logs[at] = (logs[at] ?? 0) + runs * step;
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
