import type { SpanRecord } from '../spans/span-record.ts';
import { loadBatchEncoder } from './batch-encoder.ts';
import type { OtlpSettings } from './otlp-settings.ts';
import { type PostOutcome, postBatch } from './post-batch.ts';

/** How batches are sent. */
export interface BatchSenderOptions extends OtlpSettings {
  /** Pause before a second attempt, doubled before each further one, ms; default: 250. */
  readonly retryDelayMs?: number | undefined;
}

/** How many spans of a batch were lost, and why. */
export interface BatchOutcome {
  readonly lost: number;
  readonly why?: string | undefined;
}

/** Sends a batch; never throws. */
export type BatchSender = (records: readonly SpanRecord[]) => Promise<BatchOutcome>;

/** With the pauses doubling from 250 ms: a receiver may be away for almost four seconds. */
const maxAttempts = 5;

/** After this many lost batches in a row nobody is there, and thousands more need not wait. */
const givesUpAfter = 3;

/** Makes a sender; loads OpenTelemetry. */
export async function createBatchSender(options: BatchSenderOptions): Promise<BatchSender> {
  const encoder = await loadBatchEncoder(options.protocol ?? 'http/protobuf');
  let lostInARow = 0;
  const gaveUp = () => lostInARow >= givesUpAfter;

  const attempt = async (body: Uint8Array<ArrayBuffer>): Promise<PostOutcome> => {
    let outcome = await postBatch(options, encoder.contentType, body);
    for (let count = 1; count < maxAttempts; count += 1) {
      if (outcome.kind === 'accepted' || !outcome.again || gaveUp()) break;
      await pause((options.retryDelayMs ?? 250) * 2 ** (count - 1));
      outcome = await postBatch(options, encoder.contentType, body);
    }
    return outcome;
  };

  const send: BatchSender = async (records) => {
    const outcome = await attempt(new Uint8Array(encoder.encode(records)));
    if (outcome.kind === 'refused') {
      lostInARow += 1;
      return { lost: records.length, why: outcome.why };
    }
    lostInARow = 0;
    const lost = Math.min(encoder.rejected(outcome.body), records.length);
    return { lost, why: 'the receiver rejected spans that it was sent' };
  };

  return async (records) => {
    const lost = records.length;
    if (gaveUp()) return { lost, why: 'gave up' };
    try {
      return await send(records);
    } catch (error) {
      return { lost, why: String(error) };
    }
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
