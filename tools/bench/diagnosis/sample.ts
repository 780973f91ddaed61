import type { FailingTrial } from './find-trace.ts';

/** The seeds that the signs were made with, others, or those from a first seed that is given. */
export const seedSets = ['tuned', 'held-out', 'given'] as const;
export type SeedSet = (typeof seedSets)[number];

/** One failing trace of one bug. */
export interface SampleTask {
  readonly bug: string;
  readonly set: SeedSet;
  readonly sample: number;
  /** A sample takes a thousand seeds from here on at most. */
  readonly firstSeed: number;
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
