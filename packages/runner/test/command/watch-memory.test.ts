import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchMemory } from '../../src/command/watch-memory.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** How often a run is put back in a second in which so much is free. */
function putBackWith(memFree: number | undefined, free: number): number {
  let times = 0;
  const putBackYoungest = (): void => {
    times += 1;
  };
  const end = watchMemory({ putBackYoungest }, { memFree, freeMemory: () => free });
  vi.advanceTimersByTime(1_000);
  end();
  vi.advanceTimersByTime(10_000);
  return times;
}

test.each([
  ['half of it is free', 500, 0],
  ['less than half is free', 499, 4],
])('where %s', (_, free, times) => {
  expect(putBackWith(1_000, free)).toBe(times);
});

test('where no memory is to stay free nothing is put back', () => {
  expect(putBackWith(undefined, 0)).toBe(0);
});
