import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockLength, type Pace } from '../../src/pull/block-length.ts';

const pace: Pace = { made: 0, elapsedMs: 0, jobs: 1, left: 1_000, machines: 2 };

test.each<readonly [what: string, more: Partial<Pace>, length: number]>([
  ['at first a run for each lane', { jobs: 4 }, 4],
  ['as many as last ten seconds', { made: 20, elapsedMs: 20_000 }, 10],
  ['one, where a run lasts longer', { made: 2, elapsedMs: 80_000 }, 1],
  ['no more than a share of what is left', { made: 100, elapsedMs: 1_000, left: 40 }, 10],
  ['one towards the end', { made: 100, elapsedMs: 1_000, left: 1 }, 1],
  ['not ever more', { made: 1e6, elapsedMs: 1_000, left: Number.POSITIVE_INFINITY }, 10_000],
])('%s', (_what, more, length) => {
  expect(blockLength({ ...pace, ...more })).toBe(length);
});

test('it is a whole number of runs, and not more than are left', () => {
  fc.assert(
    fc.property(
      fc.record({
        made: fc.nat(1e6),
        elapsedMs: fc.nat(1e7),
        jobs: fc.integer({ min: 1, max: 512 }),
        left: fc.integer({ min: 1, max: 1e6 }),
        machines: fc.integer({ min: 1, max: 256 }),
      }),
      (drawn) => {
        const length = blockLength(drawn);
        expect(Number.isInteger(length)).toBe(true);
        expect(length).toBeGreaterThanOrEqual(1);
        expect(length).toBeLessThanOrEqual(drawn.left);
      },
    ),
    { seed: 7 },
  );
});
