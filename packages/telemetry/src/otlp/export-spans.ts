import type { SpanRecord } from '../spans/span-record.ts';
import type { BatchSenderOptions } from './batch-sender.ts';
import { createSpanQueue, type ExportCounts } from './span-queue.ts';

/** What {@link exportSpans} needs. */
export interface ExportSpansOptions extends BatchSenderOptions {
  readonly records: Iterable<SpanRecord> | AsyncIterable<SpanRecord>;
}

/** Sends spans that exist already, at the receiver's pace, and counts what became of each. */
export async function exportSpans(options: ExportSpansOptions): Promise<ExportCounts> {
  const queue = await createSpanQueue(options);
  for await (const record of options.records) {
    queue.add(record);
    await queue.drain();
  }
  return await queue.finish();
}
