import { core } from '@raftlens/core';
import { findScenario, runTrial, scenarios } from '@raftlens/sim';
import { encodeEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';
import { goldenTrials } from './golden-trials.ts';
import { digest, record } from './trace-of.ts';

test('equal seeds give equal bytes', () => {
  const lines = (seed: number) => record('2A', seed).events.map((event) => encodeEvent(event));
  expect(lines(5)).toEqual(lines(5));
});

test.each(['2B', 'TestFigure82C', 'TestReliableChurn2C', 'TestSnapshotInstallCrash2D'])(
  'equal seeds give an equal digest of %s',
  (name) => {
    expect(digest(record(name, 3).events)).toBe(digest(record(name, 3).events));
  },
);

test('different seeds give different bytes', () => {
  const seeds = Array.from({ length: 50 }, (_, seed) => seed);
  const digests = seeds.map((seed) => digest(record('TestInitialElection2A', seed).events));
  // The seed stands in the first event, so the rest has to differ by itself.
  const later = seeds.map((seed) => digest(record('TestInitialElection2A', seed).events.slice(2)));
  expect([new Set(digests).size, new Set(later).size]).toEqual([seeds.length, seeds.length]);
});

test('nobody who watches changes what happens', () => {
  for (const scenario of scenarios.filter(({ name }) => /^2[A-D]$/.test(name))) {
    expect(runTrial({ scenario, seed: 4, core })).toEqual(record(scenario.name, 4).result);
  }
});

test('a test of a suite is the same test alone, but for the time at which it begins', () => {
  const steps = findScenario('2A')?.tests.map((name) => record(name, 6).result.steps) ?? [];
  const sum = steps.reduce((total, each) => total + each, 0);
  expect(record('2A', 6).result.steps).toBe(sum);
});

// A change of any byte of any trace shows here. When it is meant, `vitest run -u` notes the new
// digests, and seeds that people wrote down no longer give what they gave before.
test('the digests of some trials', async () => {
  const lines = goldenTrials.map(([name, seed, strategy]) => {
    const { events, result } = record(name, seed, core, strategy);
    const { virtualMs } = result;
    return `${name} ${seed} ${strategy}: ${events.length} events, ${virtualMs} ms, ${digest(events)}`;
  });
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('golden/digests.txt');
});
