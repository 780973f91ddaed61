import type { TraceEvent } from '@raftlens/trace';

/** Events on their way into the format of another program. */
export interface ExportStream {
  /** What to write for these events; may be empty. */
  push(events: readonly TraceEvent[]): string;
  /** What ends the output. */
  end(): string;
}

/** A format of another program that events can be written in, in one pass. */
export interface TraceExport {
  /** As the user names it: `--export NAME`. */
  readonly name: string;
  readonly title: string;
  open(): ExportStream;
}
