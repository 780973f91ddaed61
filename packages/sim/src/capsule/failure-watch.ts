import type { TraceEvent } from '@raftlens/trace';

/** Looks on while a capsule runs, for one failure only. */
export interface FailureWatch {
  observe(event: TraceEvent): void;
  /** The failure has shown. */
  shown(): boolean;
  /** The run is over: what only shows by that shows now. */
  finish?(): void;
}
