import { expect, test } from 'vitest';
import { compareRates } from '../../src/statistics/compare-rates.ts';

const count = (failed: number, runs: number) => ({ failed, runs });

test("Fisher's tea: 1 of 4 after 3 of 4 may well be chance", () => {
  const { verdict, chance } = compareRates(count(3, 4), count(1, 4));
  expect(verdict).toBe('cannot tell');
  expect(chance).toBeCloseTo(17 / 70, 10);
});

test.each<[name: string, verdict: string, before: [number, number], after: [number, number]]>([
  ['many, then none', 'fixed', [20, 1000], [0, 1000]],
  ['none, then many', 'worse', [0, 1000], [20, 1000]],
  ['one flake, then none', 'cannot tell', [1, 350], [0, 350]],
  ['no run at all', 'cannot tell', [0, 0], [0, 0]],
])('%s: %s', (_name, verdict, before, after) => {
  expect(compareRates(count(...before), count(...after)).verdict).toBe(verdict);
});

test('says how many clean runs would show it, and these do', () => {
  const { cleanRunsLeft } = compareRates(count(3, 1000), count(0, 200));
  expect(compareRates(count(3, 1000), count(0, 200 + cleanRunsLeft)).verdict).toBe('fixed');
  expect(compareRates(count(3, 1000), count(0, 199 + cleanRunsLeft)).verdict).toBe('cannot tell');
});

test('where nothing failed nothing can become rarer', () => {
  expect(compareRates(count(0, 100), count(0, 100)).cleanRunsLeft).toBe(Number.POSITIVE_INFINITY);
});
