import { expect, test } from 'vitest';
import { readDuration } from '../../src/cli/read-duration.ts';
import { readSize } from '../../src/cli/read-size.ts';
import { systemWords } from '../../src/system-words.ts';

test.each([
  ['5', 5_000],
  ['0.5', 500],
  ['200ms', 200],
  ['5s', 5_000],
  ['1m', 60_000],
  ['1h30m', 5_400_000],
  ['1h 30min 5s', 5_405_000],
  ['1d', 86_400_000],
  ['1us', 0.001],
  ['', undefined],
  ['soon', undefined],
  ['5x', undefined],
  ['5s5', undefined],
  ['-5', undefined],
  ['999d', undefined],
])('%j is %j ms', (words, ms) => {
  expect(readDuration(words)).toBe(ms);
});

test.each([
  ['100', 100],
  ['64k', 65_536],
  ['64M', 67_108_864],
  ['1.5GiB', 1_610_612_736],
  ['1gb', 1_073_741_824],
  ['', undefined],
  ['M', undefined],
  ['5 apples', undefined],
])('%j is %j bytes', (words, bytes) => {
  expect(readSize(words)).toBe(bytes);
});

test.each([
  ['ENOSPC', 'ENOSPC: no room; the disk is full: free some space, then go on with --resume'],
  ['EROFS', 'EROFS: no room; --out names another folder'],
  ['ENOENT', 'ENOENT: no room'],
])('what the system says of %s comes with what can be done', (code, words) => {
  const error = Object.assign(new Error(`${code}: no room`), { code, path: '/x' });
  expect(systemWords(error)).toBe(words);
});
