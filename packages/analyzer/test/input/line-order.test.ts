import type { TraceEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';
import { createLineOrder } from '../../src/input/line-order.ts';

const event = (time: number, node = 'a'): TraceEvent => ({ event: 'node.stopped', time, node });

function isLost(lines: readonly (readonly [string, TraceEvent])[]): boolean {
  const order = createLineOrder();
  for (const [text, told] of lines) order.see(text, told);
  return order.isLost;
}

const second = (index: number): string => `11:20:${10 + Math.floor(index / 3)}`;
const written = Array.from({ length: 30 }, (_, index): readonly [string, TraceEvent] => [
  `${second(index)} ${'bca'.charAt(index % 3)}`,
  event(Math.floor(index / 3)),
]);

test('lines that nobody has sorted are in order, although clocks are coarse', () => {
  expect(isLost(written)).toBe(false);
  expect(isLost(written.slice(0, 3).toSorted())).toBe(false);
});

test('lines in the order of the alphabet are not', () => {
  expect(isLost(written.toSorted(([a], [b]) => (a < b ? -1 : 1)))).toBe(true);
});

test('a clock that is set back once mixes nothing up, and a mixed log does', () => {
  const clock = [...written, ...written];
  expect(isLost(clock)).toBe(false);
  const mixed = written.flatMap((line, index) => [written[29 - index] ?? line, line]);
  expect(isLost(mixed)).toBe(true);
});

test('servers that write by turns have a clock each', () => {
  const turns = Array.from({ length: 30 }, (_, index): readonly [string, TraceEvent] => [
    `${'ba'.charAt(index % 2)} ${index}`,
    event(index % 2 === 0 ? index : index - 1000, 'ba'.charAt(index % 2)),
  ]);
  expect(isLost(turns)).toBe(false);
});
