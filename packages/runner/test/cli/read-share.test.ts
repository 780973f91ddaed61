import { expect, test } from 'vitest';
import { readConfidence, readShare } from '../../src/cli/read-share.ts';

test.each([
  ['1/1000', 0.001],
  ['2.5/10', 0.25],
  ['0.1%', 0.001],
  ['.5 %', 0.005],
  ['0.001', 0.001],
  ['0', undefined],
  ['1', undefined],
  ['1/0', undefined],
  ['3/2', undefined],
  ['-1/2', undefined],
  ['100%', undefined],
  ['often', undefined],
  ['', undefined],
])('a share: %j is %j', (words, share) => {
  expect(readShare(words)).toBe(share);
});

test.each([
  ['99', 0.99],
  ['99.9', 0.999],
  ['99%', 0.99],
  ['0.99', 0.99],
  ['1', undefined],
  ['100', undefined],
  ['sure', undefined],
])('a confidence: %j is %j', (words, share) => {
  const read = readConfidence(words);
  if (share === undefined || read === undefined) expect(read).toBe(share);
  else expect(read).toBeCloseTo(share, 12);
});
