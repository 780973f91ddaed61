import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimalCodes, decimalLength, isDecimal } from '../src/decimal.ts';
import { hashOf } from '../src/lab/hash-of.ts';

const decimals = fc.oneof(fc.nat(2 ** 31 - 1), fc.constantFrom(0, 9, 10, 99, 100, 2 ** 31 - 1));

test('the digits of a number are those of its text', () => {
  fc.assert(
    fc.property(decimals, (value) => {
      const codes: number[] = [];
      expect(isDecimal(value)).toBe(true);
      expect(decimalCodes(value, codes)).toBe(String(value).length);
      expect(decimalLength(value)).toBe(String(value).length);
      expect(String.fromCharCode(...codes)).toBe(String(value));
    }),
  );
});

test.each([-1, 0.5, 2 ** 31, Number.NaN, Number.POSITIVE_INFINITY, '7', undefined, null])(
  '%s is not told so',
  (value) => {
    expect(isDecimal(value)).toBe(false);
  },
);

test('a number and its text are the same command', () => {
  fc.assert(
    fc.property(decimals, (value) => {
      const hash = hashOf(value);
      expect(hash).toMatch(/^[0-9a-f]{16}$/);
      expect(hashOf(String(value))).toBe(hash);
      expect(hashOf(value)).toBe(hash);
    }),
  );
});
