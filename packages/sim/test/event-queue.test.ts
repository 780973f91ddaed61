import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEventQueue } from '../src/event-queue.ts';

test('an empty queue has nothing, at no time', () => {
  const queue = createEventQueue<string>();
  expect([queue.nextTime(), queue.pop()]).toEqual([Number.POSITIVE_INFINITY, undefined]);
});

test('equal times come in the order of insertion', () => {
  const queue = createEventQueue<string>();
  for (const item of ['a', 'b', 'c', 'd', 'e', 'f']) queue.push(1, item);
  queue.push(0, 'first');
  const items = Array.from({ length: 7 }, () => queue.pop());
  expect(items).toEqual(['first', 'a', 'b', 'c', 'd', 'e', 'f']);
});

// Few different times, so that many are equal; undefined stands for taking the next item.
const operations = fc.array(fc.option(fc.nat(5), { nil: undefined }), { maxLength: 200 });

test('the queue gives what a sorted list gives', () => {
  fc.assert(
    fc.property(operations, (times) => {
      const queue = createEventQueue<number>();
      let sorted: { readonly timeMs: number; readonly order: number }[] = [];
      for (const [order, timeMs] of times.entries()) {
        if (timeMs === undefined) {
          const [first, ...rest] = sorted;
          expect(queue.nextTime()).toBe(first?.timeMs ?? Number.POSITIVE_INFINITY);
          expect(queue.pop()).toBe(first?.order);
          sorted = rest;
        } else {
          queue.push(timeMs, order);
          sorted = [...sorted, { timeMs, order }].sort(
            (left, right) => left.timeMs - right.timeMs || left.order - right.order,
          );
        }
      }
      for (const { order } of sorted) expect(queue.pop()).toBe(order);
      expect(queue.pop()).toBeUndefined();
    }),
  );
});
