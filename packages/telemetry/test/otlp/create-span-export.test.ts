import type { TraceEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';
import { createSpanExport, createSpanFold, type SpanRecord } from '../../src/index.ts';
import { baseMs, scriptedTrace } from '../spans/scripted-trace.ts';
import { decodeOtlpJson, spanIdsOfProtobuf } from './decode-otlp.ts';
import { openSpanSink, type SinkAnswer } from './span-sink.ts';

const json = { protocol: 'http/json', retryDelayMs: 0 } as const;

function fold(events: readonly TraceEvent[]): readonly SpanRecord[] {
  const records: SpanRecord[] = [];
  const spans = createSpanFold({ sink: (record) => records.push(record) });
  for (const event of events) spans.observe(event);
  spans.finish();
  return records;
}

/** A trace of at least `count` spans: one message each, and events without number. */
function longTrace(count: number): readonly TraceEvent[] {
  return Array.from({ length: count }, (_, at): TraceEvent[] => {
    const by = { time: baseMs + at / 8, node: `n${1 + (at % 5)}`, term: 1 } as const;
    const sent = { id: `m${at}`, kind: 'AppendEntries', from: by.node, to: 'n9' } as const;
    return [
      { ...by, ...sent, event: 'message.sent' },
      { ...by, ...sent, node: 'n9', event: 'message.received' },
      { ...by, event: 'progress.updated', peer: 'n9', matchIndex: at },
    ];
  }).flat();
}

async function exportTo(answer: SinkAnswer | undefined, events: readonly TraceEvent[]) {
  await using sink = await openSpanSink(answer);
  const spans = await createSpanExport({ url: sink.url, ...json });
  for (const event of events) {
    spans.observe(event);
    await spans.drain();
  }
  return { counts: await spans.finish(), requests: sink.requests };
}

test('every span arrives as it was folded: ids, parents, times, attributes, events', async () => {
  const { counts, requests } = await exportTo(undefined, scriptedTrace());
  const expected = fold(scriptedTrace());
  const received = decodeOtlpJson(requests);
  const byId = (a: SpanRecord, b: SpanRecord) => (a.spanId < b.spanId ? -1 : 1);
  expect(received.toSorted(byId)).toEqual(expected.toSorted(byId));
  expect(counts).toEqual({ created: expected.length, exported: expected.length, lost: 0 });
  expect(requests.map((request) => request.path)).toEqual(['/v1/traces']);
});

test('a long trace loses no span and no event', async () => {
  const events = longTrace(20_000);
  const { counts, requests } = await exportTo(undefined, events);
  const received = decodeOtlpJson(requests);
  expect(counts.created).toBeGreaterThan(20_000);
  expect(counts).toEqual({ created: counts.created, exported: counts.created, lost: 0 });
  expect(new Set(received.map((span) => span.spanId)).size).toBe(counts.created);
  expect(received.flatMap((span) => span.events)).toHaveLength(20_000);
});

test('a loop that never drains loses nothing either', async () => {
  await using sink = await openSpanSink();
  const spans = await createSpanExport({ url: sink.url, ...json });
  for (const event of longTrace(5_000)) spans.observe(event);
  const counts = await spans.finish();
  expect(counts).toEqual({ created: counts.created, exported: counts.created, lost: 0 });
  expect(decodeOtlpJson(sink.requests)).toHaveLength(counts.created);
});

test('drain waits for a slow receiver, which has four requests at a time', async () => {
  const held = Promise.withResolvers<void>();
  const four = Promise.withResolvers<void>();
  await using sink = await openSpanSink(async (index) => {
    if (index === 3) four.resolve();
    await held.promise;
    return { status: 200 };
  });
  const spans = await createSpanExport({ url: sink.url, ...json });
  for (const event of longTrace(6_000)) spans.observe(event);
  let drained = false;
  const draining = spans.drain().then(() => {
    drained = true;
  });
  await four.promise;
  expect([drained, sink.requests.length]).toEqual([false, 4]);
  held.resolve();
  await draining;
  const counts = await spans.finish();
  expect(counts).toEqual({ created: counts.created, exported: counts.created, lost: 0 });
});

test('the same trace gives the same bytes', async () => {
  const bodies = [];
  for (let run = 0; run < 2; run += 1) {
    const { requests } = await exportTo(undefined, scriptedTrace());
    bodies.push(requests.map((request) => request.body.toString()));
  }
  expect(bodies[1]).toEqual(bodies[0]);
});

test('protobuf, gzip and headers', async () => {
  await using sink = await openSpanSink();
  const spans = await createSpanExport({
    ...{ url: sink.url, headers: { 'api-key': 'a b' } },
    ...{ protocol: 'http/protobuf', gzip: true },
  });
  for (const event of scriptedTrace()) spans.observe(event);
  const counts = await spans.finish();
  const [request] = sink.requests;
  const {
    'content-type': type,
    'content-encoding': encoding,
    'api-key': key,
  } = request?.headers ?? {};
  expect([type, encoding, key]).toEqual(['application/x-protobuf', 'gzip', 'a b']);
  const ids = fold(scriptedTrace()).map((span) => span.spanId);
  expect(spanIdsOfProtobuf(request?.body ?? new Uint8Array()).toSorted()).toEqual(ids.toSorted());
  expect(counts.exported).toBe(ids.length);
});

test('a receiver that refuses everything: all is lost and counted, nothing throws', async () => {
  const { counts, requests } = await exportTo(() => ({ status: 503 }), longTrace(6_000));
  expect(counts.created).toBeGreaterThan(6_000);
  expect(counts).toMatchObject({ exported: 0, lost: counts.created });
  expect(counts.why).toMatch(/^http:.*\/v1\/traces answered 503$/);
  // It gives up before every batch was tried as often as one may be.
  expect(requests.length).toBeLessThan(5 * Math.ceil(counts.created / 512));
});

test('an answer that forbids another attempt gets none', async () => {
  const { counts, requests } = await exportTo(() => ({ status: 400 }), scriptedTrace());
  expect(counts).toMatchObject({ exported: 0, lost: counts.created });
  expect(requests).toHaveLength(1);
});

test('a receiver that is busy at first gets every span once', async () => {
  const answer: SinkAnswer = (index) => ({ status: index < 3 ? 429 : 200 });
  const { counts, requests } = await exportTo(answer, scriptedTrace());
  expect(requests).toHaveLength(4);
  expect(counts).toEqual({ created: counts.created, exported: counts.created, lost: 0 });
});

test('spans that the receiver says it rejected are lost', async () => {
  const body = '{"partialSuccess":{"rejectedSpans":"3","errorMessage":"too old"}}';
  const { counts } = await exportTo(() => ({ status: 200, body }), scriptedTrace());
  expect(counts).toEqual({
    created: counts.created,
    exported: counts.created - 3,
    lost: 3,
    why: 'the receiver rejected spans that it was sent',
  });
});

test('nobody there: all is lost and counted', async () => {
  const sink = await openSpanSink();
  await sink[Symbol.asyncDispose]();
  const spans = await createSpanExport({ url: sink.url, ...json });
  for (const event of scriptedTrace()) spans.observe(event);
  const counts = await spans.finish();
  expect(counts).toMatchObject({ exported: 0, lost: counts.created });
  expect(counts.why).toContain('ECONNREFUSED');
});

test('no event, no request', async () => {
  const { counts, requests } = await exportTo(undefined, []);
  expect(counts).toEqual({ created: 0, exported: 0, lost: 0 });
  expect(requests).toEqual([]);
});
