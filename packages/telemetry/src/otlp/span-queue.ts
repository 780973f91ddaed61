import type { SpanRecord } from '../spans/span-record.ts';
import { loadBatchEncoder } from './batch-encoder.ts';
import type { OtlpSettings } from './otlp-settings.ts';
import { type PostOutcome, postBatch } from './post-batch.ts';

/** What became of the spans; `created` is `exported` plus `lost`. */
export interface ExportCounts {
  readonly created: number;
  /** The receiver took them. */
  readonly exported: number;
  /** No attempt succeeded, or the receiver said that it rejected them. */
  readonly lost: number;
  /** Why the first of them was lost. */
  readonly why?: string | undefined;
}

/** Spans on their way out. */
export interface SpanQueue {
  add(record: SpanRecord): void;
  /** Waits until at most a few batches wait or are under way. */
  drain(): Promise<void>;
  finish(): Promise<ExportCounts>;
}

/** How a queue sends. */
export interface SpanQueueOptions extends OtlpSettings {
  /** Pause before a second attempt, doubled before each further one, ms; default: 250. */
  readonly retryDelayMs?: number | undefined;
}

const batchSize = 512;

/** Requests under way at once: receivers of OTLP answer slowly more often than they are busy. */
const maxInFlight = 4;

/** Batches that may wait when `drain` returns. */
const maxWaiting = 4;

const maxAttempts = 4;

/** After as many batches in a row nobody is there, and waiting for each of thousands helps nobody. */
const givesUpAfter = 3;

/** Starts a queue; loads OpenTelemetry. */
export async function createSpanQueue(options: SpanQueueOptions): Promise<SpanQueue> {
  const encoder = await loadBatchEncoder(options.protocol ?? 'http/protobuf');
  const waiting: (readonly SpanRecord[])[] = [];
  const underWay = new Set<Promise<void>>();
  const counts = { created: 0, exported: 0, lost: 0 };
  let batch: SpanRecord[] = [];
  let why: string | undefined;
  let lostInARow = 0;

  const lose = (spans: number, reason: string): void => {
    counts.lost += spans;
    why ??= reason;
  };

  const attempt = async (body: Uint8Array<ArrayBuffer>): Promise<PostOutcome> => {
    let outcome = await postBatch(options, encoder.contentType, body);
    for (let count = 1; count < maxAttempts; count += 1) {
      if (outcome.kind === 'accepted' || !outcome.again || lostInARow >= givesUpAfter) break;
      await pause((options.retryDelayMs ?? 250) * 2 ** (count - 1));
      outcome = await postBatch(options, encoder.contentType, body);
    }
    return outcome;
  };

  const send = async (records: readonly SpanRecord[]): Promise<void> => {
    if (lostInARow >= givesUpAfter) {
      counts.lost += records.length;
      return;
    }
    const outcome = await attempt(new Uint8Array(encoder.encode(records)));
    if (outcome.kind === 'refused') {
      lostInARow += 1;
      lose(records.length, outcome.why);
      return;
    }
    lostInARow = 0;
    const rejected = Math.min(rejectedOf(outcome.body), records.length);
    counts.exported += records.length - rejected;
    if (rejected > 0) lose(rejected, 'the receiver rejected spans that it was sent');
  };

  /** An answer that cannot be read says nothing against a request that was accepted. */
  const rejectedOf = (body: Uint8Array): number => {
    try {
      return encoder.rejected(body);
    } catch {
      return 0;
    }
  };

  const pump = (): void => {
    while (underWay.size < maxInFlight) {
      const records = waiting.shift();
      if (records === undefined) return;
      const sending = send(records)
        .catch((error: unknown) => lose(records.length, String(error)))
        .finally(() => {
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
      return why === undefined ? counts : { ...counts, why };
    },
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
