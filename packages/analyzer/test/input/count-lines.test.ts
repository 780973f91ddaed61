import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countLines } from '../../src/input/count-lines.ts';

test('counts as one would byte by byte, wherever the bytes lie', () => {
  const byte = fc.oneof(fc.constantFrom(0x0a, 0x0b, 0x8a, 0x00, 0x09, 0xff), fc.nat(255));
  const property = fc.property(
    fc.array(byte, { maxLength: 3000 }),
    fc.nat(7),
    fc.nat(40),
    fc.nat(40),
    (values, offset, before, after) => {
      const bytes = new Uint8Array(values.length + offset).subarray(offset);
      bytes.set(values);
      const start = Math.min(before, values.length);
      const end = Math.max(start, values.length - after);
      const expected = values.slice(start, end).filter((value) => value === 0x0a).length;
      expect(countLines(bytes, start, end)).toBe(expected);
    },
  );
  fc.assert(property, { seed: 6824, numRuns: 500 });
});

test('counts as many as there are where there is nothing else', () => {
  expect(countLines(new Uint8Array(100_003).fill(0x0a), 1, 100_002)).toBe(100_001);
});
