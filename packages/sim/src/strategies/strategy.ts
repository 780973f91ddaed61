import type { Decider } from '../capsule/decider.ts';
import type { ChaosOptions } from '../chaos/run-chaos.ts';
import type { Trial } from '../trial.ts';

/** How hard a strategy may press: the lab's tests must still pass on a correct core. */
export interface Pressure {
  /** The longest election timeout, ms. */
  readonly electionTimeoutMs: number;
  /** The longest that a message may be held back on top of its own delay, ms. */
  readonly holdMs: number;
  /** Messages may also come twice, which the lab's network never does. */
  readonly duplicates: boolean;
}

/** A way to choose among the runs that are possible. Equal seeds are treated alike. */
export interface Strategy {
  /** kebab-case. */
  readonly name: string;
  readonly title: string;
  /** What decides in place of plain chance; leave it out where chance decides. */
  decider?(seed: number, pressure: Pressure): Decider | undefined;
  /**
   * The trial of chaos in its place, which other runs of its own led to; equal trials give equal
   * ones.
   */
  guide?(trial: Trial): Trial;
  /** What it does to the faults of chaos. */
  chaos?(seed: number): ChaosOptions;
}
