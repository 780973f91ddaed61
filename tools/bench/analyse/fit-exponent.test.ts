import { expect, test } from 'vitest';
import { fitExponent } from './fit-exponent.ts';

test.each([0.5, 1, 1.05, 2])('finds the exponent %d', (exponent) => {
  const points = [1e5, 1e6, 3e6, 2e7].map((events) => ({ events, ms: 0.3 * events ** exponent }));
  expect(fitExponent(points)).toBeCloseTo(exponent, 10);
});
