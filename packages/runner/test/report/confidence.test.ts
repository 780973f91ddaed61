import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanRunsBound } from '../../src/report/confidence.ts';

test.each([
  [0, 1],
  [1, 0.95],
  [2, 0.776_393],
  [10, 0.258_866],
  [100, 0.029_513],
  [1_000, 0.002_991],
  [1_000_000, 0.000_003],
])('%i clean runs: they fail less often than %f', (runs, bound) => {
  expect(cleanRunsBound(runs)).toBeCloseTo(bound, 6);
});

test('a thousand clean runs show less than 0.3 % of failures', () => {
  expect(cleanRunsBound(1_000)).toBeLessThan(0.003);
  expect(cleanRunsBound(990)).toBeGreaterThan(0.003);
});

test('it keeps below the rule of three, and comes near it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 30, max: 1_000_000 }), (runs) => {
      expect(cleanRunsBound(runs)).toBeLessThan(3 / runs);
      expect(cleanRunsBound(runs)).toBeGreaterThan(2.8 / runs);
    }),
  );
});

test('so many runs at that rate are all clean with the chance that is left', () => {
  const confidence = fc.double({ min: 0.5, max: 0.999, noNaN: true });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), confidence, (runs, sure) => {
      expect((1 - cleanRunsBound(runs, sure)) ** runs).toBeCloseTo(1 - sure, 6);
    }),
  );
});
