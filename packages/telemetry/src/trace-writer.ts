import { encodeEvent, type TraceEvent } from '@raftlens/trace';
import { openLineFile } from './line-file.ts';

/** Writes a trace to a file; `using` closes it. */
export interface TraceWriter {
  /** Adds the event as one line; on disk once 64 Ki characters are there, or at `close`. */
  write(event: TraceEvent): void;
  /** Writes what is left; a second call does nothing. */
  close(): void;
  [Symbol.dispose](): void;
}

/**
 * Opens a `raft-trace/1` file, emptying it. Writing is synchronous: a run that ends in an exception
 * still has its whole trace once the writer is closed. Every error names the path.
 */
export function openTraceWriter(path: string): TraceWriter {
  const file = openLineFile(path);
  return {
    write: (event) => file.write(encodeEvent(event)),
    close: file.close,
    [Symbol.dispose]: file.close,
  };
}
