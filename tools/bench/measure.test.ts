import { expect, it } from 'vitest';
import { measure, summarize } from './measure.ts';

it.each([
  [[3], 3],
  [[1, 3], 2],
  [[9, 1, 5], 5],
  [[4, 1, 9, 2], 3],
])('takes the median of %j', (times, median) => {
  expect(summarize('x', times)).toEqual({
    name: 'x',
    medianMs: median,
    fastestMs: Math.min(...times),
    slowestMs: Math.max(...times),
    p99Ms: Math.max(...times),
  });
});

it('warms each contestant up, then runs them in turns', async () => {
  const order: string[] = [];
  const contestant = (name: string) => ({ name, round: () => void order.push(name) });
  const contestants = [contestant('a'), contestant('b')] as const;
  const measured = await measure({ amount: 1, unit: 'x', contestants }, 2);
  expect(order).toEqual(['a', 'b', 'a', 'b', 'a', 'b']);
  expect(measured.map(({ name }) => name)).toEqual(['a', 'b']);
});
