import { expect, test } from 'vitest';
import { deleteLeast } from '../src/delete-least.ts';

test('takes away what has the least key, wherever it stands', () => {
  const map = new Map([
    [7, 'g'],
    [2, 'b'],
    [5, 'e'],
  ]);
  deleteLeast(map);
  expect([...map.keys()]).toEqual([7, 5]);
  map.clear();
  deleteLeast(map);
  expect(map.size).toBe(0);
});
