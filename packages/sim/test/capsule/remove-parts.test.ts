import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Grain, removeParts } from '../../src/capsule/remove-parts.ts';

/** What is left of a list when all of `needed` must stay, and how many lists were tried. */
function remove(grain: Grain, length: number, needed: readonly number[], triesMax = 1_000) {
  let list: readonly number[] = Array.from({ length }, (_, index) => index);
  let tries = 0;
  removeParts({
    grain,
    over: () => tries >= triesMax,
    parts: () => list,
    keep(parts) {
      tries += 1;
      if (!needed.every((each) => parts.includes(each))) return false;
      list = parts;
      return true;
    },
  });
  return { list, tries };
}

test('parts that do not matter go, in few tries', () => {
  expect(remove('fine', 1_000, [])).toEqual({ list: [], tries: 1 });
  const { list, tries } = remove('fine', 1_000, [3, 700, 701]);
  expect(list).toEqual([3, 700, 701]);
  expect(tries).toBeLessThan(60);
});

test('a coarse removal ends at an eighth', () => {
  const { list, tries } = remove('coarse', 800, [3]);
  expect([list.length, list.includes(3)]).toEqual([100, true]);
  expect(tries).toBeLessThan(16);
});

test('it ends when time is up', () => {
  expect(remove('fine', 1_000, [3, 700], 5).tries).toBe(5);
});

test('what is needed stays, and nothing else', () => {
  const needed = fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { maxLength: 20 });
  fc.assert(
    fc.property(needed, (all) => {
      expect(remove('fine', 100, all).list).toEqual(all.toSorted((a, b) => a - b));
    }),
  );
});
