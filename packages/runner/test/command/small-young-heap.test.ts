import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { expect, test } from 'vitest';

const source = new URL('../../src/command/small-young-heap.ts', import.meta.url).href;

/** How many MB the young heap of a process has after it made much garbage. */
function youngHeapAfterGarbage(before: string): number {
  const program = `
    import { getHeapSpaceStatistics } from 'node:v8';
    import { keepYoungHeapSmall } from ${JSON.stringify(source)};
    ${before}
    let kept = [];
    for (let at = 0; at < 3e6; at += 1) {
      kept.push({ at });
      if (kept.length === 5e4) kept = [];
    }
    const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
    process.stdout.write(String(young.space_size / 2 ** 20));`;
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', program]));
}

test('the young heap stays small, until it may grow again', () => {
  const small = youngHeapAfterGarbage('keepYoungHeapSmall();');
  expect(small).toBeLessThan(youngHeapAfterGarbage('') / 2);
  expect(small).toBeLessThan(youngHeapAfterGarbage('keepYoungHeapSmall()();') / 2);
});
