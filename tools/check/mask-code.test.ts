// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the cases are program text.
import { expect, it } from 'vitest';
import { maskCode } from './mask-code.ts';

const cases: readonly (readonly [title: string, text: string, masked: string])[] = [
  ['a line comment', 'a // b\nc', 'a     \nc'],
  ['a block comment over lines', 'a /* b\nc */ d', 'a     \n     d'],
  ['a string', 'f(\'a b\', "c")', 'f(\'   \', " ")'],
  ['a comment inside a string', "'// no' + x", "'     ' + x"],
  ['a quote inside a comment', "a // it's\nb", 'a        \nb'],
  ['an escaped quote', "'it\\'s' + x", "'     ' + x"],
  ['a template', '`a b` + x', '`   ` + x'],
  ['a template with program', '`a ${b + c} d` + x', '`    b + c   ` + x'],
  ['braces within a template', '`${{ a: { b } }}` + x', '`  { a: { b } } ` + x'],
  ['a template within a template', '`a${`b${c}d`}e` + x', '`   `   c  `  ` + x'],
  ['an escaped template mark', '`a\\${b}` + x', '`      ` + x'],
  ['a regular expression', 'a.match(/[/\'"]\\/{/g) + b', 'a.match(           ) + b'],
  ['a division', 'a / b / c', 'a / b / c'],
  ['a division after a bracket', '(a) / b[1] / c', '(a) / b[1] / c'],
  ['a regular expression after return', 'return /x{/.test(y)', 'return     .test(y)'],
  ['a string that is not closed', "'abc\nd", "'  '\nd"],
];

it.each(cases)('masks %s', (_title, text, masked) => {
  expect(maskCode(text)).toBe(masked);
});
