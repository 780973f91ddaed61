import { expect, test } from 'vitest';
import { isNear, readLinePlace } from '../../src/cli/line-place.ts';

test.each<[text: string, place: object | undefined]>([
  ['7', { file: undefined, line: 7 }],
  ['logs/n1.log:12', { file: 'logs/n1.log', line: 12 }],
  ['a:b:3', { file: 'a:b', line: 3 }],
  ['0', undefined],
  ['x', undefined],
  ['x:', undefined],
  ['', undefined],
])('%j', (text, place) => {
  expect(readLinePlace(text)).toEqual(place);
});

test('near are 15 lines before and after, of that file', () => {
  const place = { file: 'n1.log', line: 100 };
  const near = (file: string, line: number) => isNear(place, { file, line });
  expect([near('n1.log', 85), near('x/n1.log', 115)]).toEqual([true, true]);
  expect([near('n1.log', 84), near('n2.log', 100), near('an1.log', 100)]).toEqual([
    ...[false, false, false],
  ]);
  expect(isNear({ file: undefined, line: 1 }, { file: 'any', line: 3 })).toBe(true);
  expect(isNear(place, undefined)).toBe(false);
});
