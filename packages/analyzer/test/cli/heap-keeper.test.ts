import v8 from 'node:v8';
import { expect, test } from 'vitest';
import { createHeapKeeper } from '../../src/cli/heap-keeper.ts';

const mebibyte = 1024 * 1024;

function oldBytes(): number {
  const spaces = v8.getHeapSpaceStatistics();
  return spaces.find(({ space_name }) => space_name === 'old_space')?.space_used_size ?? 0;
}

test('what has grown old and is dead is collected once it is much, and what is live stays', () => {
  const keepHeapSmall = createHeapKeeper();
  const before = oldBytes();
  let held: { readonly at: number; readonly text: string }[] = [];
  // Strings made of numbers are small objects, each at a place of its own; all grow old meanwhile.
  while (oldBytes() - before < 60 * mebibyte) {
    const at = held.length;
    for (let more = 0; more < 50_000; more += 1) held.push({ at: at + more, text: `n${more}` });
  }
  const live = held.slice(0, 1000);
  held = [];
  keepHeapSmall();
  expect(oldBytes() - before).toBeLessThan(30 * mebibyte);
  expect(live.every(({ at, text }) => text === `n${at}`)).toBe(true);
});
