import { createByteEncoder, type TraceEvent } from '@raftlens/trace';
import { openLineFile } from './line-file.ts';

/** Bytes held back: one `writeSync` per line costs more than encoding the line. */
const heldBack = 64 * 1024;

/** Writes a trace to a file; `using` closes it. */
export interface TraceWriter {
  /** Adds the event as one line; on disk once 64 KiB are there, or at `close`. */
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
  const encoder = createByteEncoder();
  const close = (): void => {
    try {
      if (encoder.length() > 0) file.writeLines(encoder.take());
    } finally {
      file.close();
    }
  };
  return {
    write(event) {
      file.expectOpen();
      encoder.add(event);
      if (encoder.length() >= heldBack) file.writeLines(encoder.take());
    },
    close,
    [Symbol.dispose]: close,
  };
}
