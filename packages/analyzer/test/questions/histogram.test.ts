import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHistogram } from '../../src/questions/histogram.ts';

test('quantiles are within a tenth of the true ones, least and greatest exact', () => {
  const durations = fc.array(fc.double({ min: 0.01, max: 1e7, noNaN: true }), { minLength: 1 });
  fc.assert(
    fc.property(durations, fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
      const histogram = createHistogram();
      for (const each of all) histogram.add(each);
      const sorted = [...all].sort((a, b) => a - b);
      const truth = sorted[Math.max(0, Math.ceil(share * all.length) - 1)] ?? 0;
      const told = histogram.quantile(share);
      expect(told / truth).toBeGreaterThan(0.9);
      expect(told / truth).toBeLessThan(1.1);
      expect([histogram.quantile(0), histogram.count]).toEqual([sorted[0], all.length]);
    }),
  );
});

test('a sparkline shows where most of it lies', () => {
  const histogram = createHistogram();
  for (let times = 0; times < 8; times += 1) histogram.add(100);
  histogram.add(1);
  histogram.add(400);
  expect(histogram.sparkline(8)).toBe('▁     █▁');
  expect(createHistogram().sparkline(8)).toBe('');
});
