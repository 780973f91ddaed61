import type { Core } from '@raftlens/core';
import type { Action } from './action.ts';
import type { Bounds } from './bounds.ts';
import type { Property, Violation } from './violation.ts';

/** What to explore, and how far. */
export interface ExploreOptions {
  /**
   * The Raft to explore. It keeps all of its state in its servers, and does the same whenever the
   * same happens to a server in the same state.
   */
  readonly core: Core;
  /** How many servers the cluster has, 3 if not said. */
  readonly servers?: number | undefined;
  /** What differs from `defaultBounds`. */
  readonly bounds?: Partial<Bounds> | undefined;
  /** Ends the search; a state takes about 30 bytes, and 100 while it waits to be explored. */
  readonly maxStates: number;
  /** Violations that end the search; all of them if not said. Others are passed over. */
  readonly properties?: readonly Property[] | undefined;
  /** Takes states that differ in the names of servers alone for one; on if not said. */
  readonly symmetry?: boolean | undefined;
  /** Told every few thousand states. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Asked every few thousand states; true ends the search. */
  readonly halted?: (() => boolean) | undefined;
}

/** How far a search has come. */
export interface Progress {
  /** Distinct states that were reached. */
  readonly states: number;
  /** Actions that were tried in them. */
  readonly transitions: number;
  /** Length of the longest of the shortest paths to them. */
  readonly depth: number;
}

/** How a search ended. */
export interface Exploration extends Progress {
  /** Every state within the bounds was reached, and none of them violates a property. */
  readonly complete: boolean;
  readonly violation?: CounterExample | undefined;
}

/** A shortest path to a violation. */
export interface CounterExample extends Violation {
  readonly path: readonly Action[];
}
