import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstDifference } from '../../src/oracles/first-difference.ts';

test.each<readonly [subject: unknown, correct: unknown, path: string]>([
  [1, 2, ''],
  [undefined, { a: 1 }, ''],
  [{ a: 1, b: 2 }, { a: 1, b: 3 }, 'b'],
  [{ a: { b: [1, 2] } }, { a: { b: [1, 3] } }, 'a.b.1'],
  [{ a: [1] }, { a: [1, 2] }, 'a.length'],
  [{ a: 1 }, { a: 1, b: 2 }, 'b'],
  [{ a: 1, b: 2 }, { a: 1 }, 'b'],
])('%j and %j differ at "%s"', (subject, correct, path) => {
  expect(firstDifference(subject, correct)?.path).toBe(path);
});

test('what is left out is undefined, and nothing equals nothing', () => {
  expect(firstDifference({ a: undefined }, {})).toBeUndefined();
  expect(firstDifference({}, { a: undefined })).toBeUndefined();
  expect(firstDifference(Number.NaN, Number.NaN)).toBeUndefined();
});

test('two values differ just where their JSON does', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (left, right) => {
      expect(firstDifference(left, structuredClone(left))).toBeUndefined();
      expect(firstDifference(left, right) === undefined).toBe(sorted(left) === sorted(right));
    }),
    { numRuns: 200, seed: 11 },
  );
});

function sorted(value: unknown): string {
  return JSON.stringify(value, (_name, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : Object.is(each, -0)
        ? 0
        : each,
  );
}
