import { expect, test } from 'vitest';
import { createPace, type Pacing } from '../../src/command/pacing.ts';

const free: Pacing = { delayMs: 0, everyMs: 0, load: undefined, memFree: undefined };

/** Whether a run may start before the loop is over. */
async function starts(pacing: Partial<Pacing>, pause = false): Promise<boolean> {
  const pace = createPace({ ...free, ...pacing });
  if (pause) pace.pause();
  const over = new AbortController();
  let started = false;
  const next = pace.next(over.signal).then(() => {
    started = !over.signal.aborted;
  });
  // What waits for nothing has started by then.
  await new Promise((resolve) => setImmediate(resolve));
  over.abort();
  await next;
  return started;
}

test.each<[what: string, pacing: Partial<Pacing>, starts: boolean]>([
  ['with enough memory', { memFree: 1 }, true],
  ['with less than is wanted', { memFree: 2 ** 60 }, false],
  ['with just as much', { memFree: 1_000, freeMemory: () => 1_000 }, true],
  ['below the load', { load: 1e9 }, true],
  ['above the load', { load: -1 }, false],
])('%s a run may start or not', async (_, pacing, may) => {
  expect(await starts(pacing)).toBe(may);
});

test('while it is paused none starts, and after that they do', async () => {
  expect(await starts({}, true)).toBe(false);
  const pace = createPace(free);
  pace.pause();
  pace.resume();
  expect(pace.paused).toBe(false);
  await pace.next(new AbortController().signal);
});

test('starts are so far apart, also where several lanes ask at once', async () => {
  const pace = createPace({ ...free, delayMs: 40 });
  const { signal } = new AbortController();
  const began = performance.now();
  await Promise.all([pace.next(signal), pace.next(signal), pace.next(signal)]);
  // The third waits for two delays; timers may be a millisecond early.
  expect(performance.now() - began).toBeGreaterThan(78);
});
