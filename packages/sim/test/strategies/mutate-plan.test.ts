import { faults, planOf } from '@raftlens/sim';
import { expect, test } from 'vitest';
import { createRandom } from '../../src/random.ts';
import { mutatePlan } from '../../src/strategies/mutate-plan.ts';

test('a changed plan is another one, in order, and within what its faults take', () => {
  let changed = 0;
  for (let seed = 1; seed <= 100; seed += 1) {
    const plan = planOf(seed);
    const mutated = mutatePlan(plan, planOf(seed + 1_000), createRandom(seed, 'test'));
    if (JSON.stringify(mutated) !== JSON.stringify(plan)) changed += 1;
    expect(mutated.map(({ at }) => at)).toEqual(mutated.map(({ at }) => at).sort((a, b) => a - b));
    for (const { fault, at, for: lasts, value } of mutated) {
      const [min, max] = faults.find(({ name }) => name === fault)?.range ?? [1, 0];
      expect(at).toBeGreaterThanOrEqual(0);
      expect(lasts).toBeGreaterThanOrEqual(0);
      expect(value).toBeGreaterThanOrEqual(min);
      expect(value).toBeLessThanOrEqual(max);
    }
  }
  expect(changed).toBeGreaterThan(80);
});

test('nothing comes of nothing', () => {
  expect(mutatePlan([], [], createRandom(1, 'test'))).toEqual([]);
});
