import { expect, test } from 'vitest';
import type { Named, Sample } from './sample.ts';
import { confusionOf, scoreOf } from './scores.ts';

const trial = { scenario: 'chaos', strategy: 'portfolio', held: false, seed: 1 };

test('counts first places, places among three, and nothing for runs that passed', () => {
  const samples = [
    sampleOf('a', ['a', 'b']),
    sampleOf('a', ['b', 'c', 'a']),
    sampleOf('a', ['b', 'c', 'd', 'a']),
    sampleOf('a', []),
    { ...sampleOf('a', ['a']), trial: undefined },
  ];
  expect(scoreOf(samples)).toStrictEqual({ traces: 4, first: 1, three: 2 });
  expect(confusionOf(samples)).toStrictEqual([
    ['b', 2],
    ['nothing', 1],
  ]);
});

function sampleOf(bug: string, names: readonly string[]): Sample {
  const named = names.map((name): Named => [name, 0.5]);
  return { bug, set: 'tuned', sample: 0, firstSeed: 1, trial, named, against: [], bare: [] };
}
