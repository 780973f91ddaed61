import type { FailingTrial } from './find-trace.ts';

/** Seeds that the signs were made with, and others that nobody looked at. */
export type SeedSet = 'tuned' | 'held-out';

/** One failing trace of one bug. */
export interface SampleTask {
  readonly bug: string;
  readonly set: SeedSet;
  readonly sample: number;
  /** The run that was found for it another time. */
  readonly known?: FailingTrial | undefined;
}

/** What became of it; no trial where no run failed. */
export interface Sample extends SampleTask {
  readonly trial: FailingTrial | undefined;
  readonly rule?: string | undefined;
  /** The bugs named, the likeliest first, with their confidences. */
  readonly named: readonly Named[];
  /** What was said against the bug that it is. */
  readonly against: readonly string[];
  /** The same without what only the harness here can say. */
  readonly bare: readonly Named[];
}

/** A bug that was named, with its confidence. */
export type Named = readonly [bug: string, confidence: number];

/** The first seed of each set; a sample takes at most a thousand. */
export const firstSeeds: Readonly<Record<SeedSet, number>> = {
  tuned: 1,
  'held-out': 70_000_001,
};
