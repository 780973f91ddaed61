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

const makeGarbage = `
  {
    let kept = [];
    for (let at = 0; at < 3e6; at += 1) {
      kept.push({ at });
      if (kept.length === 5e4) kept = [];
    }
  }`;

/** How many MB the young heap of a process has after all this. */
const youngHeapAfter = (...parts: readonly string[]): number =>
  say(`
    ${parts.join('\n')}
    const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
    process.stdout.write(String(young.space_size / 2 ** 20));`);

test('the young heap stays small, until it may grow again', () => {
  const small = youngHeapAfter('keepHeapSmall();', makeGarbage);
  expect(small).toBeLessThan(youngHeapAfter(makeGarbage) / 2);
  expect(small).toBeLessThan(youngHeapAfter('keepHeapSmall().release();', makeGarbage) / 2);
});

test('what the young heap took before is given back', () => {
  const before = youngHeapAfter(makeGarbage);
  const runs = 'const heap = keepHeapSmall(); for (let run = 0; run < 100; run += 1) heap.ran();';
  expect(youngHeapAfter(makeGarbage, runs)).toBeLessThan(before / 2);
});

/** 1 where what nothing holds any more after the first of these runs is gone after the last. */
const isFreed = ([first, last]: readonly [number, number]): number =>
  say(`
    const heap = keepHeapSmall();
    let run = 0;
    for (; run < ${first}; run += 1) heap.ran();
    const held = new WeakRef({});
    await new Promise((resolve) => setImmediate(resolve));
    for (; run < ${last}; run += 1) heap.ran();
    process.stdout.write(String(held.deref() === undefined ? 1 : 0));`);

test.each([
  [0, 99, 0],
  [0, 100, 1],
  [100, 999, 0],
  [999, 1_000, 1],
])('what is left after run %i is freed by run %i or not: %i', (first, last, freed) => {
  expect(isFreed([first, last])).toBe(freed);
});
