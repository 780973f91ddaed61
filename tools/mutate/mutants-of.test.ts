import { expect, test } from 'vitest';
import { mutantsOf } from './mutants-of.ts';

const source = `import { a } from './a.ts';

/** Not 0 < 1 here. */
export function f(server: Server, n: number): number | undefined {
  if (n < server.term) return undefined;
  a(
    server,
    'x < y',
  );
  while (n > 0) {
    n -= 1;
  }
  return Math.min(n + 1, 2);
}
`;

test('breaks one thing at a time, on the line that it names', () => {
  const mutants = mutantsOf('f.ts', source);
  expect(mutants.map(({ line, change }) => `${line} ${change}`)).toEqual([
    '5 < is <=',
    '5 < is >=',
    '10 > is >=',
    '10 > is <=',
    '13 + is -',
    '11 -= is +=',
    '13 without + 1',
    '13 Math.min is Math.max',
    '10 0 is 1',
    '11 1 is 0',
    '11 1 is 2',
    '13 1 is 0',
    '13 1 is 2',
    '5 the condition is true',
    '5 the condition is false',
    '10 the condition is false',
    '13 returns undefined',
    '5 left out',
    '6 left out',
    '10 left out',
    '11 left out',
  ]);
  for (const { code, line } of mutants) {
    const lines = code.split('\n');
    expect(lines[line - 1]?.trim()).not.toBe(source.split('\n')[line - 1]?.trim());
    expect(
      () => new Function(code.replace(/^import.*$/m, '').replace('export ', '')),
    ).not.toThrow();
  }
});

test('breaks a property of an object', () => {
  const object = 'const a = {\n  term: server.term,\n  b,\n  last: lastOf(log),\n};\n';
  const made = mutantsOf('f.ts', object).map(({ code }) => code);
  expect(made).toEqual([
    object.replace('server.term', 'undefined'),
    object.replace('lastOf(log)', 'undefined'),
  ]);
});
