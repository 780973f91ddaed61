import type { SpanRecord } from '@raftlens/telemetry';
import { expect, test } from 'vitest';
import type { RunRecord } from '../../src/command/run-record.ts';
import { runSpans } from '../../src/report/run-spans.ts';

async function* records(): AsyncGenerator<RunRecord> {
  const shared = { argv: 'a', start: 1_700_000_000_250, ms: 1.5 };
  yield { ...shared, index: 1, seed: 7, verdict: 'PASS', why: 'passed' };
  yield {
    ...shared,
    index: 2,
    seed: 8,
    verdict: 'FAIL',
    why: 'exit code 1',
    log: 'run-2/output.log',
  };
}

test('a span for the loop, and below it one a run, an error where it failed', async () => {
  const loop = { what: 'go test', start: 1_700_000_000_000, end: 1_700_000_001_000 };
  const spans: SpanRecord[] = [];
  for await (const span of runSpans(loop, records())) spans.push(span);
  const [root] = spans;
  expect(spans.map(({ name, parentSpanId, status }) => [name, parentSpanId, status.code])).toEqual([
    ['loop go test', undefined, 'unset'],
    ['run 1', root?.spanId, 'unset'],
    ['run 2', root?.spanId, 'error'],
  ]);
  expect(spans[1]).toMatchObject({
    traceId: root?.traceId,
    start: [1_700_000_000, 250_000_000],
    end: [1_700_000_000, 251_500_000],
    attributes: { 'raft_loop.seed': 7, 'raft_loop.verdict': 'PASS' },
  });
  expect(new Set(spans.map(({ spanId }) => spanId)).size).toBe(3);
  expect(root?.traceId).toMatch(/^[\da-f]{32}$/);
});
