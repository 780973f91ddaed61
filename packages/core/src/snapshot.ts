import type { Configuration } from './configuration.ts';

/**
 * The state machine's state through `index` (Raft §7). The core never looks into `data`; `bytes`
 * is its size, for traces.
 */
export interface Snapshot {
  readonly index: number;
  readonly term: number;
  readonly data: unknown;
  readonly bytes: number;
  /** The configuration at `index`. */
  readonly configuration: Configuration;
}
