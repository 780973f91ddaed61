import { expect, test } from 'vitest';
import { createRecent } from '../src/recent.ts';

test('remembers the last so many, and forgets what is twice as old', () => {
  const recent = createRecent<number>(10);
  for (let number = 0; number < 100; number += 1) {
    recent.set(`m${number}`, number);
    for (let back = 0; back < 10; back += 1) {
      expect(recent.get(`m${number - back}`)).toBe(number < back ? undefined : number - back);
    }
    expect(recent.get(`m${number - 20}`)).toBeUndefined();
  }
});

test('forgets what is deleted', () => {
  const recent = createRecent<number>(2);
  for (const id of ['a', 'b', 'c']) recent.set(id, 1);
  for (const id of ['a', 'c']) recent.delete(id);
  expect(['a', 'b', 'c'].map((id) => recent.get(id))).toEqual([undefined, 1, undefined]);
});
