import type { SpanRecord } from '../spans/span-record.ts';
import { type BatchSenderOptions, createBatchSender } from './batch-sender.ts';

/** What became of the spans; `created` is `exported` plus `lost`. */
export interface ExportCounts {
  readonly created: number;
  /** The receiver took them. */
  readonly exported: number;
  /** No attempt succeeded, or the receiver said that it rejected them. */
  readonly lost: number;
  /** Why the first of them was lost; absent where none was. */
  readonly why?: string | undefined;
}

/** Spans on their way out. */
export interface SpanQueue {
  add(record: SpanRecord): void;
  /** Waits until at most a few batches wait or are under way. */
  drain(): Promise<void>;
  finish(): Promise<ExportCounts>;
}

const batchSize = 512;

/** Requests under way at once: one at a time leaves both sides waiting for the other. */
const maxInFlight = 4;

/** Batches that may wait when `drain` returns. */
const maxWaiting = 4;

/** Starts a queue; loads OpenTelemetry. */
export async function createSpanQueue(options: BatchSenderOptions): Promise<SpanQueue> {
  const send = await createBatchSender(options);
  const waiting: (readonly SpanRecord[])[] = [];
  const underWay = new Set<Promise<void>>();
  const counts = { created: 0, exported: 0, lost: 0 };
  let batch: SpanRecord[] = [];
  let why: string | undefined;

  const sendOne = async (records: readonly SpanRecord[]): Promise<void> => {
    const outcome = await send(records);
    counts.exported += records.length - outcome.lost;
    counts.lost += outcome.lost;
    if (outcome.lost > 0) why ??= outcome.why;
  };

  const pump = (): void => {
    while (underWay.size < maxInFlight) {
      const records = waiting.shift();
      if (records === undefined) return;
      const sending = sendOne(records).finally(() => {
        underWay.delete(sending);
        pump();
      });
      underWay.add(sending);
    }
  };

  const push = (): void => {
    if (batch.length === 0) return;
    waiting.push(batch);
    batch = [];
    pump();
  };

  return {
    add(record) {
      counts.created += 1;
      batch.push(record);
      if (batch.length >= batchSize) push();
    },
    async drain() {
      while (waiting.length > maxWaiting) await Promise.race(underWay);
    },
    async finish() {
      push();
      while (underWay.size > 0) await Promise.race(underWay);
      return why === undefined ? { ...counts } : { ...counts, why };
    },
  };
}
