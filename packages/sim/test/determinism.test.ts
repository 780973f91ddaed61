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
    "TestInitialElection2A 1: 438 events, 3595 ms, 448436ffe2c5d361
    TestReElection2A 1: 477 events, 4549 ms, 44329323e609e18c
    TestManyElections2A 1: 2145 events, 6017 ms, 4d01147d15a8eb4e
    TestManyElections2A 2: 2236 events, 6023 ms, 76f8ad0487caf23b
    TestBasicAgree2B 1: 170 events, 830 ms, a63009132b67ab34
    TestFailAgree2B 1: 654 events, 4459 ms, b6ddb462a229db94
    TestBackup2B 1: 6559 events, 12861 ms, 32693a63a5266d41
    TestPersist12C 1: 689 events, 4323 ms, 41efae52f0bbf971
    TestFigure82C 1: 6420 events, 29915 ms, 40587fba57100bb6
    TestFigure8Unreliable2C 1: 15395 events, 32831 ms, 605104de6aa1c518
    TestSnapshotBasic2D 1: 2418 events, 4232 ms, 5cb9d5300f2b2bed
    TestSnapshotInstallCrash2D 1: 7060 events, 29516 ms, fc5859ae469993e1"
  `);
});
