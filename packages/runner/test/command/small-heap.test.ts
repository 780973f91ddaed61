import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { expect, test } from 'vitest';

const source = new URL('../../src/command/small-heap.ts', import.meta.url).href;

/** What a process says, to which the function is there. */
function say(program: string): number {
  const imports = `
    import { getHeapSpaceStatistics } from 'node:v8';
    import { keepHeapSmall } from ${JSON.stringify(source)};`;
  const words = ['--input-type=module', '-e', `${imports}${program}`];
  return Number(execFileSync(process.execPath, words));
}

/** How many MB the young heap of a process has after it made much garbage. */
const youngHeapAfter = (before: string): number =>
  say(`
    ${before}
    let kept = [];
    for (let at = 0; at < 3e6; at += 1) {
      kept.push({ at });
      if (kept.length === 5e4) kept = [];
    }
    const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
    process.stdout.write(String(young.space_size / 2 ** 20));`);

test('the young heap stays small, until it may grow again', () => {
  const small = youngHeapAfter('keepHeapSmall();');
  expect(small).toBeLessThan(youngHeapAfter('') / 2);
  expect(small).toBeLessThan(youngHeapAfter('keepHeapSmall().release();') / 2);
});

/** 1 where what nothing holds any more is gone after so many runs. */
const isFreed = (runs: number): number =>
  say(`
    const heap = keepHeapSmall();
    const held = new WeakRef({});
    await new Promise((resolve) => setImmediate(resolve));
    for (let run = 0; run < ${runs}; run += 1) heap.ran();
    process.stdout.write(String(held.deref() === undefined ? 1 : 0));`);

test('what runs leave is freed every so often', () => {
  expect([isFreed(1_999), isFreed(2_000)]).toEqual([0, 1]);
});
