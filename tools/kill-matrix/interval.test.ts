import { expect, test } from 'vitest';
import { runsToFind } from './interval.ts';

test.each([
  [0, 100, Infinity, 27.1, Infinity],
  [1, 1, 1, 1, 39.5],
  [5, 5, 1, 1, 3.1],
  [5, 50, 10, 4.3, 30.8],
  [10, 1_000, 100, 54.4, 208.5],
])('%i finds in %i runs', (finds, runs, mean, from, to) => {
  const found = runsToFind(finds, runs);
  expect(found.mean).toBe(mean);
  expect(found.from).toBeCloseTo(from, 1);
  expect(found.to).toBeCloseTo(to, 1);
});
