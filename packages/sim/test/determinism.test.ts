import { core } from '@raftlens/core';
import { findScenario, runTrial, scenarios } from '@raftlens/sim';
import { encodeEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';
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
test('the digests of some trials', () => {
  const trials: readonly (readonly [name: string, seed: number])[] = [
    ['TestInitialElection2A', 1],
    ['TestReElection2A', 1],
    ['TestManyElections2A', 1],
    ['TestManyElections2A', 2],
    ['TestBasicAgree2B', 1],
    ['TestFailAgree2B', 1],
    ['TestBackup2B', 1],
    ['TestPersist12C', 1],
    ['TestFigure82C', 1],
    ['TestFigure8Unreliable2C', 1],
    ['TestSnapshotBasic2D', 1],
    ['TestSnapshotInstallCrash2D', 1],
  ];
  const lines = trials.map(([name, seed]) => {
    const { events, result } = record(name, seed);
    return `${name} ${seed}: ${events.length} events, ${result.virtualMs} ms, ${digest(events)}`;
  });
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "TestInitialElection2A 1: 430 events, 3594 ms, 798c53aeb9cdc804
    TestReElection2A 1: 579 events, 6039 ms, 324e797999eff4d0
    TestManyElections2A 1: 2237 events, 5815 ms, befd9cd49dfed655
    TestManyElections2A 2: 2497 events, 6322 ms, b13ac12309a9a151
    TestBasicAgree2B 1: 171 events, 830 ms, c3b64bddcaed8cb2
    TestFailAgree2B 1: 859 events, 5650 ms, d88c31c67f220e24
    TestBackup2B 1: 7527 events, 17967 ms, 52d6ef6bd2e11bdb
    TestPersist12C 1: 674 events, 4114 ms, 828432d3a932ad66
    TestFigure82C 1: 4731 events, 29407 ms, efb26b85df41793f
    TestFigure8Unreliable2C 1: 19179 events, 35422 ms, d144a633d2375e8d
    TestSnapshotBasic2D 1: 2438 events, 4975 ms, 4ede9dc88a43da45
    TestSnapshotInstallCrash2D 1: 7393 events, 35341 ms, d8dc898deed28cfa"
  `);
});
