import { countsAs } from './counts-as.ts';
import type { RunRecord } from './run-record.ts';
import { type Verdict, verdicts } from './verdict.ts';

/** How long runs took, ms. */
export interface Durations {
  readonly count: number;
  readonly mean: number;
  /** Standard deviation of the sample; 0 of one run. */
  readonly deviation: number;
  readonly min: number;
  readonly max: number;
}

/** Counts runs; takes the same memory for ten runs and for ten million. */
export interface RunTally {
  add(record: Pick<RunRecord, 'verdict' | 'ms'>): void;
  readonly runs: number;
  readonly passed: number;
  readonly failed: number;
  count(verdict: Verdict): number;
  /** Of the runs that passed or failed. */
  durations(): Durations;
  /** The time that this share of the runs stayed within, ms, to 1 %; NaN without runs. */
  quantile(share: number): number;
}

/** Each bucket is so much wider than the one before. */
const growth = Math.log(1.02);

/** Starts at nothing. */
export function createRunTally(): RunTally {
  const counts = new Map<Verdict, number>(verdicts.map((verdict) => [verdict, 0]));
  const buckets = new Map<number, number>();
  let [passed, failed, runs] = [0, 0, 0];
  // Welford's way: no sum of squares that loses its digits.
  let [count, mean, squares, min, max] = [0, 0, 0, Number.POSITIVE_INFINITY, 0];

  const note = (ms: number): void => {
    count += 1;
    const delta = ms - mean;
    mean += delta / count;
    squares += delta * (ms - mean);
    min = Math.min(min, ms);
    max = Math.max(max, ms);
    const bucket = Math.round(Math.log(Math.max(ms, 0.01)) / growth);
    buckets.set(bucket, (buckets.get(bucket) ?? 0) + 1);
  };

  return {
    add({ verdict, ms }) {
      runs += 1;
      counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
      const side = countsAs(verdict);
      if (side === 'neither') return;
      if (side === 'pass') passed += 1;
      else failed += 1;
      note(ms);
    },
    get runs() {
      return runs;
    },
    get passed() {
      return passed;
    },
    get failed() {
      return failed;
    },
    count: (verdict) => counts.get(verdict) ?? 0,
    durations: () => ({
      count,
      mean,
      deviation: count < 2 ? 0 : Math.sqrt(squares / (count - 1)),
      min: count === 0 ? 0 : min,
      max,
    }),
    quantile(share) {
      let left = Math.max(1, Math.ceil(share * count));
      for (const [bucket, here] of [...buckets].sort(([a], [b]) => a - b)) {
        left -= here;
        if (left <= 0) return Math.min(max, Math.max(min, Math.exp(bucket * growth)));
      }
      return Number.NaN;
    },
  };
}
