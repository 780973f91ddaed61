import type { Stop } from './stop-rules.ts';

/** Where a loop gets its runs from, one after the other. */
export interface RunSource {
  /** The next run to make here; undefined where none is left, or the signal has ended the wait. */
  next(signal: AbortSignal): Promise<number | undefined> | number | undefined;
  /** The run is in the ledger. */
  made(index: number): void;
  /** A rule has ended the loop here. */
  ended(stop: Stop): void;
  /** Calls back where somebody else has ended the loop for all, or why no run can be had. */
  watch(onEnd: (stop: Stop) => void, onLost: (why: string) => void): void;
  /** Nothing more is run here. */
  close(): void;
}
