import { expect, test } from 'vitest';
import { formats } from '../src/index.ts';
import { checkConformance } from './conformance.ts';
import { samples } from './samples.ts';

for (const format of formats) {
  for (const [name, lines] of Object.entries(samples[format.id] ?? {})) {
    checkConformance(format, name, lines);
  }
}

test('every registered format has samples, and an id of its own', () => {
  expect(Object.keys(samples).toSorted()).toStrictEqual(formats.map(({ id }) => id).toSorted());
});
