import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createIndexWindow } from '../src/index-window.ts';

test('what is pruned is forgotten, and not taken again', () => {
  const window = createIndexWindow<string>();
  for (const index of [1, 2, 3, 4]) window.set(index, `entry ${index}`);
  window.pruneThrough(2);
  window.set(2, 'again');
  expect([1, 2, 3, 4].map((index) => window.get(index))).toStrictEqual([
    undefined,
    undefined,
    'entry 3',
    'entry 4',
  ]);
  expect(window.overflowed).toBe(false);
});

test('pruning far ahead costs no more than what is remembered', () => {
  const window = createIndexWindow<string>();
  window.set(1, 'low');
  window.set(Number.MAX_SAFE_INTEGER, 'high');
  window.pruneThrough(Number.MAX_SAFE_INTEGER - 1);
  expect(window.get(1)).toBeUndefined();
  expect(window.get(Number.MAX_SAFE_INTEGER)).toBe('high');
});

test('beyond its capacity the oldest go, and the window says so', () => {
  const window = createIndexWindow<number>(1000);
  for (let index = 1; index <= 5000; index += 1) window.set(index, index);
  expect(window.overflowed).toBe(true);
  let kept = 0;
  for (let index = 1; index <= 5000; index += 1) if (window.get(index) !== undefined) kept += 1;
  expect(kept).toBe(1000);
  expect(window.get(4001)).toBe(4001);
});

test('like a list of all records, with what is pruned or too old taken away', () => {
  const capacity = 5;
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ set: fc.integer({ min: 1, max: 15 }), value: fc.nat() }) },
    { weight: 1, arbitrary: fc.record({ prune: fc.integer({ min: 0, max: 15 }) }) },
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const window = createIndexWindow<number>(capacity);
      let model: (readonly [index: number, value: number])[] = [];
      let pruned = 0;
      let overflowed = false;
      for (const each of steps) {
        if ('prune' in each) {
          window.pruneThrough(each.prune);
          pruned = Math.max(pruned, each.prune);
          model = model.filter(([index]) => index > pruned);
        } else {
          window.set(each.set, each.value);
          if (each.set <= pruned) continue;
          const at = model.findIndex(([index]) => index === each.set);
          if (at < 0) model.push([each.set, each.value]);
          else model[at] = [each.set, each.value];
          overflowed ||= model.length > capacity;
          model = model.slice(-capacity);
        }
        for (let index = 0; index <= 15; index += 1) {
          expect(window.get(index)).toBe(model.find(([known]) => known === index)?.[1]);
        }
        expect(window.overflowed).toBe(overflowed);
      }
    }),
    { numRuns: 300 },
  );
});
