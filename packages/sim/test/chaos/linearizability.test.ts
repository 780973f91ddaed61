import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkLinearizable } from '../../src/chaos/linearizability.ts';
import type { Operation, OperationKind } from '../../src/chaos/operation.ts';

/**
 * A history as a picture: each line is an operation, `[` its invocation and `]` its return, columns
 * are time; without `]` the outcome is not known.
 */
function history(picture: string): readonly Operation[] {
  const lines = picture.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, number) => {
    const [timing = '', words = ''] = line.split('|');
    const [kind = '', key = '', word = ''] = words.trim().split(' ');
    const text = word === '-' ? '' : word;
    const ends = timing.indexOf(']');
    const tie = number / 100;
    return {
      client: `c${number + 1}`,
      kind: kind as OperationKind,
      key,
      value: kind === 'get' ? '' : text,
      result: kind === 'get' && ends >= 0 ? text : undefined,
      invoked: timing.indexOf('[') + tie,
      returned: ends < 0 ? Number.POSITIVE_INFINITY : ends + tie,
    };
  });
}

const cases: readonly (readonly [what: string, verdict: string, picture: string])[] = [
  ['nothing', 'linearizable', ''],
  [
    'a read after a write',
    'linearizable',
    `
    [ ]       | put x a
        [ ]   | get x a`,
  ],
  [
    'a stale read',
    'violated',
    `
    [ ]       | put x a
        [ ]   | get x -`,
  ],
  [
    'a read beside a write may see either',
    'linearizable',
    `
    [      ]  | put x a
      [ ]     | get x -
         [ ]  | get x a`,
  ],
  [
    'two reads one after the other see a write come and go',
    'violated',
    `
    [          ]  | put x a
      [ ]         | get x a
          [ ]     | get x -`,
  ],
  [
    'an append that happened twice',
    'violated',
    `
    [ ]       | append x a
        [ ]   | get x aa`,
  ],
  [
    'an append whose outcome is not known was seen',
    'linearizable',
    `
    [         | append x a
       [ ]    | get x -
           [ ]| get x a`,
  ],
  [
    'an append whose outcome is not known was never seen',
    'linearizable',
    `
    [         | append x a
       [ ]    | append x b
           [ ]| get x b`,
  ],
  [
    'appends in the wrong order',
    'violated',
    `
    [ ]         | append x a
        [ ]     | append x b
            [ ] | get x ba`,
  ],
  [
    'other keys are another story',
    'linearizable',
    `
    [ ]       | put x a
        [ ]   | get y -`,
  ],
  [
    'a read whose answer is not known says nothing',
    'linearizable',
    `
    [ ]       | put x a
        [     | get x -`,
  ],
];

test.each(cases)('%s: %s', (_what, verdict, picture) => {
  expect(checkLinearizable(history(picture)).kind).toBe(verdict);
});

test('the key that is wrong is named', () => {
  const wrong = `
    [ ]       | put x a
    [ ]       | put y a
        [ ]   | get x a
        [ ]   | get y b`;
  expect(checkLinearizable(history(wrong))).toEqual({ kind: 'violated', key: 'y' });
});

test('the search is given up beyond its limit, and says so', () => {
  const wide = Array.from({ length: 6 }, (_, number) => `    [  ] | append x ${number}`);
  const picture = [...wide, '         [ ] | get x 0123455'].join('\n');
  expect(checkLinearizable(history(picture), 50)).toEqual({ kind: 'unknown', key: 'x' });
  expect(checkLinearizable(history(picture)).kind).toBe('violated');
});

const shapes = fc.array(
  fc.record({
    kind: fc.constantFrom<OperationKind>('put', 'append', 'get'),
    text: fc.constantFrom('', 'a', 'b', 'ab'),
    from: fc.nat(12),
    length: fc.nat(6),
    known: fc.boolean(),
  }),
  { maxLength: 6 },
);

test('small histories get the verdict of trying every order', () => {
  const seen = { linearizable: 0, violated: 0 };
  fc.assert(
    fc.property(shapes, (drawn) => {
      const operations = drawn.map(({ kind, text, from, length, known }, number): Operation => {
        const returns = known || kind === 'get';
        return {
          client: `c${number}`,
          kind,
          key: 'x',
          value: kind === 'get' ? '' : text,
          result: kind === 'get' ? text : undefined,
          invoked: from + number / 100,
          returned: returns ? from + length + 0.5 + number / 100 : Number.POSITIVE_INFINITY,
        };
      });
      const expected = someOrderExplains(operations, [], '') ? 'linearizable' : 'violated';
      seen[expected] += 1;
      expect(checkLinearizable(operations).kind).toBe(expected);
    }),
    { numRuns: 2_000, seed: 20_260_731 },
  );
  expect(Math.min(seen.linearizable, seen.violated)).toBeGreaterThan(200);
});

/** Tries every order that keeps to real time; an operation of unknown outcome may be left out. */
function someOrderExplains(
  left: readonly Operation[],
  placed: readonly Operation[],
  value: string,
): boolean {
  if (left.every(({ returned }) => returned === Number.POSITIVE_INFINITY)) return true;
  return left.some((operation) => {
    const others = left.filter((other) => other !== operation);
    if (others.some(({ returned }) => returned < operation.invoked)) return false;
    if (operation.kind === 'get' && operation.result !== value) return false;
    const next =
      operation.kind === 'put'
        ? operation.value
        : operation.kind === 'append'
          ? value + operation.value
          : value;
    return someOrderExplains(others, [...placed, operation], next);
  });
}
