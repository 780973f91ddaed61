import type { Core, Observer, Server } from '@raftlens/core';
import type { Decider } from './capsule/decider.ts';
import type { ChaosOptions } from './chaos/run-chaos.ts';
import type { Touched } from './chaos/touched.ts';
import type { Screen } from './screen/screen.ts';

/** A scenario by name: one test of the lab, or a suite of them. */
export interface Scenario {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly title: string;
  /** Names of the tests that it runs one after the other, each on a new cluster. */
  readonly tests: readonly string[];
}

/** One run of one scenario. Equal trials give equal events, byte for byte. */
export interface Trial {
  readonly scenario: Scenario;
  /** Decides everything: network, timers, faults, load. */
  readonly seed: number;
  /** The Raft under test: the correct core, or one with a bug patched in. */
  readonly core: Core;
  /** Receives every event, or those that it needs; leave it out and no event is ever made. */
  readonly observe?: Observer | undefined;
  /** Watches it, where it is one that can be screened. */
  readonly screen?: Screen | undefined;
  /** Asked between steps; true ends the trial there (a rule broke, nothing more is needed). */
  readonly halted?: (() => boolean) | undefined;
  /** The scenario `chaos` only: sees how all servers stand after each step. */
  readonly look?: ((servers: readonly (Server | undefined)[]) => void) | undefined;
  /** The scenario `chaos` only: its faults. */
  readonly chaos?: ChaosOptions | undefined;
  /** Notes what chance decides, or decides in its place. */
  readonly decider?: Decider | undefined;
}

/** How a trial ended. */
export interface TrialResult {
  /** The lab's own verdict; rules are judged by whoever observes. */
  readonly passed: boolean;
  readonly failure?: { readonly test: string; readonly message: string } | undefined;
  readonly virtualMs: number;
  readonly steps: number;
  /** What was done to the cluster and what came of it, where the scenario says so. */
  readonly touched?: Touched | undefined;
  /** Nothing was elected or committed while the faults lasted: a pass that shows nothing. */
  readonly vacuous?: true | undefined;
}
