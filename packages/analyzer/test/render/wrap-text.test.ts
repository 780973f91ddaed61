import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPaint } from '../../src/render/paint.ts';
import { columns, type WrapOptions, wrapText } from '../../src/render/wrap-text.ts';

test.each<[string, string, WrapOptions, readonly string[]]>([
  ['nothing', '', { width: 10 }, ['']],
  ['what fits', 'a bc', { width: 4 }, ['a bc']],
  ['at spaces', 'aa bb cc', { width: 5 }, ['aa bb', 'cc']],
  [
    'under an indentation',
    'aa bb cc',
    { width: 6, first: '- ', rest: '  ' },
    ['- aa', '  bb', '  cc'],
  ],
  ['a word longer than a line', 'a bbbbbb c', { width: 4 }, ['a', 'bbbb', 'bb c']],
  ['surrogate pairs stay whole', '𝄞𝄞𝄞', { width: 2 }, ['𝄞𝄞', '𝄞']],
  ['spaces in a row stay', '  a  b', { width: 10 }, ['  a  b']],
])('%s', (_, text, options, lines) => {
  expect(wrapText(text, options)).toEqual(lines);
});

test('colours take no room', () => {
  const painted = createPaint(true)('bad', 'aaaa');
  expect(painted).not.toBe('aaaa');
  expect(columns(painted)).toBe(4);
  expect(wrapText(`${painted} bb`, { width: 7 })).toEqual([`${painted} bb`]);
});

test('keeps every letter, and every line within the page', () => {
  const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'é', '𝄞'), maxLength: 30 }));
  fc.assert(
    fc.property(words, fc.integer({ min: 4, max: 40 }), (parts, width) => {
      const text = parts.join(' ');
      const lines = wrapText(text, { width, first: '> ', rest: '  ' });
      for (const line of lines) expect(columns(line)).toBeLessThanOrEqual(width);
      expect(lines.join('').replaceAll(/[> ]/g, '')).toBe(text.replaceAll(' ', ''));
    }),
  );
});
