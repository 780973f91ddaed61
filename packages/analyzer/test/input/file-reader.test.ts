import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { createFileReader } from '../../src/input/file-reader.ts';
import { healthyTrace, nativeText } from '../native-trace.ts';

const trace = nativeText(healthyTrace);

function readAll(content: string | Uint8Array, size = 1000) {
  const bytes = Buffer.from(content as string);
  const reader = createFileReader('x.log');
  const events = [];
  let taken = 0;
  for (; taken < bytes.length && !reader.hopeless; taken += size) {
    events.push(...reader.push(bytes.subarray(taken, taken + size)));
  }
  events.push(...reader.end());
  return { events, taken, report: reader.report() };
}

test('gives the same events however the bytes come', () => {
  const whole = readAll(trace, 1_000_000);
  expect(whole.events.map(({ event }) => event)).toEqual(healthyTrace.map(({ event }) => event));
  expect(whole.events.at(-1)?.at).toMatchObject({
    file: 'x.log',
    line: healthyTrace.length,
    text: trace.trimEnd().split('\n').at(-1),
  });
  for (const size of [1, 7, 100])
    expect(readAll(trace, size)).toEqual({ ...whole, taken: expect.any(Number) });
});

test('passes over a byte order mark, and knows \\r\\n', () => {
  const { report } = readAll(`\uFEFF${trace.replaceAll('\n', '\r\n')}`);
  expect(report.counts).toEqual({ lines: 17, events: 17, ignored: 0, broken: 0 });
});

test('says what is wrong with lines, and goes on', () => {
  const content = Buffer.concat([
    Buffer.from(trace),
    Buffer.from('{"event":"node.started"}\n{"event":\nnot of the format\n\n'),
    Buffer.from([0x7b, 0xff, 0x7d, 0x0a, 0x00, 0x0a]),
    Buffer.from(`{"event":"node.crashed","time":9,"node":"n1"}\n${'x'.repeat(5 * 1024 * 1024)}`),
  ]);
  const { report, events } = readAll(content, 65_536);
  expect(events).toHaveLength(healthyTrace.length + 1);
  const { reasons, firstBroken, ...rest } = report;
  expect(rest).toMatchInlineSnapshot(`
    {
      "bytes": 5244431,
      "counts": {
        "broken": 6,
        "events": 18,
        "ignored": 1,
        "lines": 25,
      },
      "file": "x.log",
      "format": "raft-trace",
      "notUtf8": 1,
      "problem": undefined,
      "traceEvents": 18,
      "unparsed": undefined,
      "withNul": 1,
    }
  `);
  expect([...reasons].map(([why, lines]) => `${lines} ${why}`)).toMatchInlineSnapshot(`
    [
      "1 time is missing",
      "1 not JSON: it ends too early",
      "1 not JSON: no value where one is due",
      "1 blank",
      "1 not JSON: no key where one is due",
      "1 holds NUL bytes",
      "1 longer than 4 MiB",
    ]
  `);
  expect(firstBroken.map(({ line, why }) => `${line}: ${why}`)).toMatchInlineSnapshot(`
    [
      "18: time is missing",
      "19: not JSON: it ends too early",
      "20: not JSON: no value where one is due",
      "22: not JSON: no key where one is due",
      "23: holds NUL bytes",
    ]
  `);
});

const prose = 'It was a dark and stormy night.\n';

test('reads no further once the first 10,000 lines are of no format', () => {
  const { taken, report } = readAll(prose.repeat(20_000));
  expect(taken).toBeLessThan(prose.length * 10_050);
  expect(report).toMatchObject({ format: 'unknown', counts: { events: 0, broken: 0 } });
});

test.each([150, 5000])('finds a format that begins after %i other lines', (lines) => {
  const { report, events } = readAll(`${prose.repeat(lines)}${trace}`);
  expect(report.format).toBe('raft-trace');
  // Prose that shares a sample with the trace counts as broken lines of it.
  const { ignored, broken, ...counts } = report.counts;
  expect({ ...counts, others: ignored + broken }).toEqual({
    lines: lines + 17,
    events: 17,
    others: lines,
  });
  expect(events[0]?.at?.line).toBe(lines + 1);
});

test('the lines of a tester wait for a format that knows what stands between them', () => {
  const tester = 'Test (2A): initial election ...\n';
  const noise = 'a line of the application\n'.repeat(900);
  const late = readAll(`${tester}${noise}Server 1 becomes leader in term 3\n`).report;
  expect(late).toMatchObject({ format: 'student-log', counts: { lines: 902, events: 2 } });
  const alone = readAll(`${tester}${noise.repeat(9)}`).report;
  expect(alone).toMatchObject({ format: 'mit-tester', counts: { lines: 8101, events: 1 } });
});

test('a part that begins with the end of the part before tells that once', () => {
  const lines = Array.from({ length: 9 }, (_, term) => `S1 becomes leader in term ${term + 1}\n`);
  const before = createFileReader('x.log.1', { goesOn: true });
  const first = [...before.push(Buffer.from(lines.slice(0, 6).join(''))), ...before.end()];
  const after = createFileReader('x.log', { before });
  const second = [...after.push(Buffer.from(lines.slice(3).join(''))), ...after.end()];
  expect([...first, ...second].map(({ term }) => term)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(after.report().counts).toEqual({ lines: 6, events: 3, ignored: 3, broken: 0 });
});
