import { expect, test } from 'vitest';
import { chanceOfSoFast } from '../../src/statistics/compare-speeds.ts';

test.each([
  // All five failures in one of two equal stretches of time: 1/2 to the fifth.
  [{ failed: 5, ms: 1_000 }, { failed: 0, ms: 1_000 }, 1 / 32],
  // In a quarter of the time: 1/4 to the third.
  [{ failed: 3, ms: 1_000 }, { failed: 0, ms: 3_000 }, 1 / 64],
  // 2 or more of 3 at 1/2: (3 + 1) / 8.
  [{ failed: 2, ms: 500 }, { failed: 1, ms: 500 }, 1 / 2],
  [{ failed: 0, ms: 500 }, { failed: 4, ms: 500 }, 1],
  [{ failed: 0, ms: 0 }, { failed: 0, ms: 0 }, 1],
])('%j beside %j: %d', (fast, slow, chance) => {
  expect(chanceOfSoFast(fast, slow)).toBeCloseTo(chance, 10);
});
