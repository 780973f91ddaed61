import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createByteEncoder, encodeEvent, type TraceEvent } from '../../src/index.ts';
import { anyEvent } from './any-event.ts';

function bytesOf(events: readonly TraceEvent[]): string {
  const encoder = createByteEncoder();
  for (const event of events) encoder.add(event);
  const { length } = encoder.take();
  for (const event of events) encoder.add(event);
  expect(encoder.length()).toBe(length);
  const lines = Buffer.from(encoder.take()).toString();
  expect(encoder.length()).toBe(0);
  return lines;
}

function textOf(events: readonly TraceEvent[]): string {
  return events.map((event) => `${encodeEvent(event)}\n`).join('');
}

test('puts the very text that encodeEvent gives', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 8 }), (events) => {
      expect(bytesOf(events)).toBe(textOf(events));
    }),
    { numRuns: 2000 },
  );
});

/** An event of which only this is not the same. */
function timer(members: Partial<TraceEvent & { timeoutMs: number; cause: string }>): TraceEvent {
  return { event: 'timer.started', time: 1, run: 'r', timer: 'election', ...members } as TraceEvent;
}

const numbers = fc.oneof(
  fc.double(),
  fc.double({ min: 0, max: 2 ** 44, noNaN: true }),
  fc.integer({ min: -2000, max: 2 ** 31 }),
  fc.nat(2_000_000).map((count) => count / 1000),
  fc.nat(2_000_000_000).map((count) => 1_600_000_000_000 + count / 1000),
  fc.constantFrom(0, -0, 9, 10, 99, 100, 999, 1000, 999.9996, 2 ** 31 - 1, 2 ** 31, 2 ** 43),
);

test('puts any number as encodeEvent prints it', () => {
  fc.assert(
    fc.property(numbers, numbers, numbers, (time, timeoutMs, seq) => {
      const events = [timer({ time, timeoutMs, seq }), timer({ time, timeoutMs: time })];
      expect(bytesOf(events)).toBe(textOf(events));
    }),
    { numRuns: 5000 },
  );
});

test('puts any text as encodeEvent prints it, in whatever order plain and other ones come', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 70 }),
    fc.string({ maxLength: 70 }),
    fc.constantFrom('x'.repeat(64), 'x'.repeat(65), '\u007f', '\ud800', '𝄞\u007f', 'é', '→'),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text, text), { maxLength: 6 }), (texts) => {
      const events = texts.map(([run, group, cause]) => timer({ run, group, cause }));
      expect(bytesOf(events)).toBe(textOf(events));
    }),
    { numRuns: 5000 },
  );
});

test('makes room for messages of any length, and for any number of lines', () => {
  const entries = Array.from({ length: 20_000 }, (_, term) => ({ term, hash: `hash-${term}` }));
  const message: TraceEvent = {
    event: 'message.sent',
    time: 1_600_000_000_000.25,
    node: 'n1',
    kind: 'AppendEntries',
    from: 'n1',
    to: 'n2',
    entries,
    leaderCommit: 7,
  };
  const nodes = Array.from({ length: 3000 }, (_, index) => `n${index}`.padEnd(64, '-'));
  const fault: TraceEvent = { event: 'fault.injected', time: 2, fault: 'partition', nodes };
  const long = timer({ cause: 'é'.repeat(100_000) });
  const events = [message, ...Array.from({ length: 2000 }, () => timer({})), fault, long, message];
  expect(bytesOf(events)).toBe(textOf(events));
});
