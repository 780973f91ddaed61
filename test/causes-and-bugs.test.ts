import { bugs } from '@raftlens/bugs';
import { causes } from '@raftlens/invariants';
import { expect, test } from 'vitest';

// The analyzer names likely bugs and the loop puts them in; they must mean the same ones, and
// neither package knows of the other.
test('every known bug can be put in, and tells its story', () => {
  const told = causes.map(({ name }) => name).sort();
  const patched = bugs.map(({ name }) => name).sort();
  expect(patched).toEqual(told);
});
