import { expect, test } from 'vitest';
import { atLeast } from '../../src/statistics/binomial-tail.ts';

/** By adding up the terms, which is exact for few runs. */
function summed(k: number, n: number, rate: number): number {
  let term = (1 - rate) ** n;
  let below = 0;
  for (let at = 0; at < k; at += 1) {
    below += term;
    term *= ((n - at) / (at + 1)) * (rate / (1 - rate));
  }
  return 1 - below;
}

test.each<[k: number, n: number, rate: number]>([
  [1, 1, 0.3],
  [1, 10, 0.05],
  [3, 50, 0.02],
  [7, 20, 0.5],
  [20, 20, 0.9],
  [10, 200, 0.03],
])('%i of %i at %d', (k, n, rate) => {
  expect(atLeast(k, n, rate)).toBeCloseTo(summed(k, n, rate), 10);
});

test('what cannot be, and what must be', () => {
  expect([atLeast(0, 5, 0.1), atLeast(6, 5, 0.1), atLeast(1, 5, 0), atLeast(5, 5, 1)]).toEqual([
    ...[1, 0, 0, 1],
  ]);
});

test('a million runs are no trouble', () => {
  // The first failure in so many runs: 1 − (1 − rate)^n.
  const rate = 1e-6;
  expect(atLeast(1, 1e6, rate)).toBeCloseTo(-Math.expm1(1e6 * Math.log1p(-rate)), 10);
});
