import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRunIndices } from '../../src/command/run-indices.ts';
import { createRunTally } from '../../src/command/run-tally.ts';
import { verdicts } from '../../src/command/verdict.ts';

test('passes and failures are counted, and what is neither is in no time', () => {
  const tally = createRunTally();
  for (const verdict of verdicts) tally.add({ verdict, ms: verdict === 'INFRA' ? 1e6 : 10 });
  expect([tally.runs, tally.passed, tally.failed]).toEqual([8, 3, 2]);
  expect(tally.durations()).toEqual({ count: 5, mean: 10, deviation: 0, min: 10, max: 10 });
});

test('quantiles are within 1 %, mean and deviation exact', () => {
  const times = fc.array(fc.double({ min: 0.1, max: 1e6, noNaN: true }), {
    minLength: 1,
    maxLength: 200,
  });
  fc.assert(
    fc.property(times, fc.double({ min: 0, max: 1, noNaN: true }), (given, share) => {
      const tally = createRunTally();
      for (const ms of given) tally.add({ verdict: 'PASS', ms });
      const sorted = given.toSorted((a, b) => a - b);
      const exact = sorted[Math.max(1, Math.ceil(share * given.length)) - 1] ?? Number.NaN;
      expect(Math.abs(tally.quantile(share) / exact - 1)).toBeLessThan(0.0101);
      const mean = given.reduce((sum, ms) => sum + ms, 0) / given.length;
      const squares = given.reduce((sum, ms) => sum + (ms - mean) ** 2, 0);
      const deviation = given.length < 2 ? 0 : Math.sqrt(squares / (given.length - 1));
      expect(tally.durations().mean).toBeCloseTo(mean, 3);
      expect(Math.abs(tally.durations().deviation - deviation)).toBeLessThan(1e-6 * (1 + mean));
    }),
  );
});

test('no runs have no times', () => {
  const tally = createRunTally();
  expect([tally.durations().count, tally.quantile(0.5)]).toEqual([0, Number.NaN]);
});

test('indices are remembered in whatever order they come', () => {
  const indices = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 60 });
  fc.assert(
    fc.property(indices, (given) => {
      const made = createRunIndices();
      for (const index of given) made.add(index);
      const all = new Set(given);
      expect(made.size).toBe(all.size);
      for (let index = 1; index <= 41; index += 1) expect(made.has(index)).toBe(all.has(index));
    }),
  );
});
