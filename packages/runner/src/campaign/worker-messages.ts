import type { Touched } from './campaign-tally.ts';
import type { SeedFailure } from './seed-failure.ts';

/** What a worker is told when it starts. */
export interface WorkerTask {
  readonly scenario: string;
  readonly bug: string | undefined;
  /** Intensities of faults by name, in place of the defaults; only chaos has faults. */
  readonly intensities?: Readonly<Record<string, number>> | undefined;
  /** How runs are chosen, by name; chance decides where it is left out. */
  readonly strategy?: string | undefined;
  /** Make one run in so many twice more, and compare their traces. */
  readonly verifyEvery?: number | undefined;
}

/** What a worker is started with. */
export interface WorkerStart extends WorkerTask {
  /** Where it writes the seed at work, so that it is known when the worker is lost. */
  readonly seedAtWork: Float64Array;
}

/** A block of seeds to run: so many from `start` on, `step` apart. */
export interface SeedBlock {
  readonly start: number;
  readonly step: number;
  readonly count: number;
  /** End the block at its first failure. */
  readonly untilFail: boolean;
}

/** What became of a block. */
export interface BlockResult {
  readonly block: SeedBlock;
  /** Runs that were made, the failing one included. */
  readonly runs: number;
  readonly failures: readonly SeedFailure[];
  readonly touched: Touched;
}
