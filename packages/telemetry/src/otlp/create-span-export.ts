import type { TraceEvent } from '@raftlens/trace';
import { createSpanFold } from '../spans/fold-spans.ts';
import type { BatchSenderOptions } from './batch-sender.ts';
import { createSpanQueue, type ExportCounts } from './span-queue.ts';

/** What {@link createSpanExport} needs. */
export interface SpanExportOptions extends BatchSenderOptions {
  /** As in `SpanFoldOptions`. */
  readonly salt?: string | undefined;
}

/** Sends the spans of a trace to an OpenTelemetry collector or to Jaeger. */
export interface SpanExport {
  /** Takes an event; spans that end leave in the background. */
  observe(event: TraceEvent): void;
  /** Waits until little is queued: call it now and then, or the queue grows with the trace. */
  drain(): Promise<void>;
  /** Ends open spans, sends what is left and counts; `created` is `exported` plus `lost`. */
  finish(): Promise<ExportCounts>;
}

/**
 * Starts an export; OpenTelemetry is loaded here and not before. Nothing is dropped for want of
 * room: the queue has no end, and `drain` is how its size is kept down.
 */
export async function createSpanExport(options: SpanExportOptions): Promise<SpanExport> {
  const queue = await createSpanQueue(options);
  const fold = createSpanFold({ sink: queue.add, salt: options.salt });
  return {
    observe: fold.observe,
    drain: queue.drain,
    async finish() {
      fold.finish();
      return await queue.finish();
    },
  };
}
