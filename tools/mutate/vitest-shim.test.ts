import { expect, test } from 'vitest';
import { test as declare, expect as shim, takeDeclared } from './vitest-shim.ts';

type Checks = Readonly<Record<string, (value: unknown) => void>>;

// Each with what vitest says too, which is what the shim is held to.
const claims: readonly (readonly [name: string, actual: unknown, expected: unknown])[] = [
  ['toBe', 1, 1],
  ['toBe', 0, -0],
  ['toEqual', { a: 1, b: undefined }, { a: 1 }],
  ['toEqual', [{ a: 1 }], [{ a: 2 }]],
  ['toEqual', new Map([['a', 1]]), new Map([['a', 2]])],
  ['toEqual', [1, undefined], [1]],
  ['toMatchObject', { a: { b: 1, c: 2 }, d: 3 }, { a: { b: 1 } }],
  ['toMatchObject', { a: { b: 1 } }, { a: { b: 2 } }],
  ['toMatchObject', [{ a: 1, b: 2 }], [{ a: 1 }]],
  ['toMatchObject', [{ a: 1 }, { a: 2 }], [{ a: 1 }]],
  ['toBeUndefined', undefined, undefined],
  ['toBeUndefined', 0, undefined],
  ['toHaveLength', [1, 2], 2],
  ['toHaveLength', [1, 2], 3],
  ['toContain', [1, 2], 2],
  ['toContain', [1, 2], 3],
  ['toBeLessThan', 1, 2],
  ['toBeLessThan', 2, 2],
];

test.each(claims)('%s says of %j and %j what vitest says', (name, actual, expected) => {
  for (const wanted of [true, false]) {
    const says = (of: unknown): boolean => {
      try {
        const whole = of as Checks & { readonly not: Checks };
        (wanted ? whole : whole.not)[name]?.(expected);
        return true;
      } catch {
        return false;
      }
    };
    expect(says(shim(actual))).toBe(says(expect(actual)));
  }
});

test('declares tests, and those of a table by their first cell', async () => {
  takeDeclared();
  const ran: unknown[] = [];
  declare('one', () => ran.push('one'));
  declare.each([
    ['a', 1],
    ['b', 2],
  ])('two %s', (letter, number) => ran.push([letter, number]));
  const declared = takeDeclared();
  for (const { run } of declared) await run();
  expect(declared.map(({ name }) => name)).toEqual(['one', 'two a', 'two b']);
  expect(ran).toEqual(['one', ['a', 1], ['b', 2]]);
});
