import { expect, test } from 'vitest';
import { readTermRange } from '../../src/cli/term-range.ts';

test.each<[text: string, first: number, last: number]>([
  ['3', 3, 3],
  ['0', 0, 0],
  ['3-5', 3, 5],
  ['3-3', 3, 3],
  ['3-', 3, Number.POSITIVE_INFINITY],
  ['-5', 0, 5],
])('%s', (text, first, last) => {
  expect(readTermRange(text)).toEqual({ first, last });
});

test.each(['', '-', '--', '5-3', '1-2-3', '1..3', 'x', '1.5', ' 1', '1e3', '٣'])(
  '%j is no range',
  (text) => {
    expect(readTermRange(text)).toBeUndefined();
  },
);
