import { expect, test } from 'vitest';
import { createRateTest } from '../../src/statistics/rate-test.ts';
import { seededRandom } from './seeded-random.ts';

const claim = { below: 1 / 100, confidence: 0.95 };

test('clean runs prove it, as many as were said', () => {
  const rateTest = createRateTest(claim);
  const needed = rateTest.cleanRunsLeft;
  for (let run = 1; run < needed; run += 1) rateTest.add(false);
  expect([rateTest.proven, rateTest.cleanRunsLeft]).toEqual([false, 1]);
  rateTest.add(false);
  expect([rateTest.proven, rateTest.cleanRunsLeft]).toEqual([true, 0]);
  // Without peeking 299 would do; looking after every run costs a tenth more.
  expect(needed).toBe(325);
});

test('after a failure it takes longer, and is still possible', () => {
  const rateTest = createRateTest(claim);
  rateTest.add(true);
  const needed = rateTest.cleanRunsLeft;
  expect(needed).toBeGreaterThan(400);
  for (let run = 0; run < needed; run += 1) rateTest.add(false);
  expect(rateTest.proven).toBe(true);
});

test('a command at the very rate is hardly ever acquitted, however often one looks', () => {
  const random = seededRandom(3);
  const times = 200;
  let wrong = 0;
  for (let at = 0; at < times; at += 1) {
    const rateTest = createRateTest(claim);
    for (let run = 0; run < 2000 && !rateTest.proven; run += 1) rateTest.add(random() < 0.01);
    if (rateTest.proven) wrong += 1;
  }
  expect(wrong / times).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / times));
});

test('a command that hardly fails is acquitted', () => {
  const random = seededRandom(5);
  const rateTest = createRateTest(claim);
  for (let run = 0; run < 20_000; run += 1) rateTest.add(random() < 0.002);
  expect(rateTest.proven).toBe(true);
});

test('a true claim is hardly ever refuted, and a false one is', () => {
  const random = seededRandom(7);
  const refutedOf = (rate: number, runs: number): boolean => {
    const rateTest = createRateTest(claim);
    for (let run = 0; run < runs && !rateTest.refuted; run += 1) rateTest.add(random() < rate);
    return rateTest.refuted;
  };
  const times = 200;
  let wrong = 0;
  for (let at = 0; at < times; at += 1) if (refutedOf(0.01, 2_000)) wrong += 1;
  expect(wrong / times).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / times));
  expect(refutedOf(0.03, 5_000)).toBe(true);
});
