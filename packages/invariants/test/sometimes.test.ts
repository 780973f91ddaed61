import { expect, test } from 'vitest';
import { createSometimesTally, sometimesReached } from '../src/index.ts';
import { samples } from './sometimes-samples.ts';

test('names are unique', () => {
  expect(new Set(sometimesReached.map(({ name }) => name)).size).toBe(sometimesReached.length);
});

test.each(samples)('$name is reached by its sample', ({ name, event }) => {
  const tally = createSometimesTally();
  tally.observe(event);
  expect(tally.counts()[name]).toBe(1);
});

test('each has a sample', () => {
  const named = new Set(samples.map(({ name }) => name));
  expect(sometimesReached.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([]);
});
