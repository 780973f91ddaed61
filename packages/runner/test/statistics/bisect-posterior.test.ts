import { expect, test } from 'vitest';
import { createBisectPosterior } from '../../src/statistics/bisect-posterior.ts';
import { seededRandom } from './seeded-random.ts';

test('a failure convicts all up to it, a pass convinces little', () => {
  const posterior = createBisectPosterior(4, 0.5);
  posterior.add(1, 0, 1);
  expect(posterior.shares).toEqual([0.5, 0.5, 0, 0]);
  posterior.add(0, 1, 0);
  expect(posterior.shares.map((share) => Number(share.toFixed(4)))).toEqual([0.3333, 0.6667, 0, 0]);
  expect([posterior.likeliest, posterior.next]).toEqual([1, 0]);
});

test('finds the change that brought a flake of 1 in 20, mostly', () => {
  const random = seededRandom(11);
  const [changes, rate, times] = [64, 1 / 20, 60];
  let right = 0;
  for (let at = 0; at < times; at += 1) {
    const bad = Math.floor(random() * changes);
    const posterior = createBisectPosterior(changes, rate);
    for (let runs = 0; runs < 20_000; runs += 10) {
      if ((posterior.shares[posterior.likeliest] ?? 0) > 0.95) break;
      const change = posterior.next;
      let failed = 0;
      for (let run = 0; run < 10; run += 1) {
        if (change >= bad && random() < rate) failed += 1;
      }
      posterior.add(change, 10 - failed, failed);
    }
    if (posterior.likeliest === bad) right += 1;
  }
  expect(right / times).toBeGreaterThan(0.95 - 3 * Math.sqrt((0.95 * 0.05) / times));
});
