import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEventQueue } from '../src/event-queue.ts';

// So many items that the queue goes over to a heap, and back; few different times, for many equals.
const bursts = fc.array(
  fc.record({
    pushed: fc.array(fc.nat(9), { maxLength: 300 }),
    taken: fc.nat(300),
  }),
  { minLength: 1, maxLength: 5 },
);

test('a queue of any length gives what a sorted list gives', () => {
  fc.assert(
    fc.property(bursts, (course) => {
      const queue = createEventQueue<number>();
      let sorted: { readonly timeMs: number; readonly order: number }[] = [];
      let order = 0;
      for (const { pushed, taken } of course) {
        for (const timeMs of pushed) {
          queue.push(timeMs, order);
          sorted.push({ timeMs, order });
          order += 1;
        }
        sorted.sort((a, b) => a.timeMs - b.timeMs || a.order - b.order);
        for (const { timeMs, order: expected } of sorted.slice(0, taken)) {
          expect([queue.nextTime(), queue.pop()]).toEqual([timeMs, expected]);
        }
        sorted = sorted.slice(taken);
        expect(queue.nextTime()).toBe(sorted[0]?.timeMs ?? Number.POSITIVE_INFINITY);
      }
      expect(sorted.map(() => queue.pop())).toEqual(sorted.map((each) => each.order));
      expect(queue.pop()).toBeUndefined();
    }),
  );
});
