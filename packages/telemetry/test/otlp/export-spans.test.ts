import { expect, test } from 'vitest';
import { exportSpans, type SpanRecord } from '../../src/index.ts';
import { decodeOtlpJson } from './decode-otlp.ts';
import { openSpanSink } from './span-sink.ts';

function recordOf(at: number): SpanRecord {
  return {
    traceId: 'a'.repeat(32),
    spanId: at.toString(16).padStart(16, '0'),
    service: 'n1',
    name: 'election',
    // The times that the SDK would take for its own clock or for 1970, were they numbers.
    start: [0, 5_000_000],
    end: [at, 999_999_999],
    attributes: { 'raft.term': at, 'raft.lease': 0.5, 'raft.pre_vote': false },
    events: [],
    status: { code: 'unset' },
  };
}

async function* stream(records: readonly SpanRecord[]): AsyncGenerator<SpanRecord> {
  yield* records;
}

test('sends records from any source, times verbatim', async () => {
  await using sink = await openSpanSink();
  const sent = Array.from({ length: 1_500 }, (_, at) => recordOf(at + 1));
  const options = { url: sink.url, protocol: 'http/json', records: stream(sent) } as const;
  expect(await exportSpans(options)).toEqual({ created: 1500, exported: 1500, lost: 0 });
  const received = decodeOtlpJson(sink.requests);
  const byId = (a: SpanRecord, b: SpanRecord) => (a.spanId < b.spanId ? -1 : 1);
  expect(received.toSorted(byId)).toEqual(sent);
  expect(sink.requests.length).toBe(3);
});
