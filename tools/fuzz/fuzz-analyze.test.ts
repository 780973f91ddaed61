import { expect, test } from 'vitest';
import { fuzzAnalyze } from './fuzz-analyze.ts';

test('20,000 mutated lines: none is lost, and nothing throws', async () => {
  const { lines, events, ignored, broken } = await fuzzAnalyze(20_000, 6824);
  expect(lines).toBe(20_000);
  // Lines of each kind came, else the mutations are too mild or too wild.
  for (const part of [events, ignored, broken]) expect(part).toBeGreaterThan(500);
});
