import { expect, test } from 'vitest';
import { writeFully } from '../src/write-fully.ts';

test.each([1, 2, 3, 1000])('writes all bytes when each write takes at most %d', (most) => {
  const text = 'leader → n1 🗳\n'.repeat(20);
  const written: number[] = [];
  writeFully((bytes, offset) => {
    const part = bytes.subarray(offset, offset + most);
    written.push(...part);
    return part.length;
  }, text);
  expect(new TextDecoder().decode(Uint8Array.from(written))).toBe(text);
});
