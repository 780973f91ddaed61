import { type Core, core, type Message } from '@raftlens/core';
import { encodeEvent, type TraceEvent } from '@raftlens/trace';
import { describe, expect, test } from 'vitest';
import { runTrial } from '../../src/run-trial.ts';
import { findScenario } from '../../src/scenarios.ts';
import { passThrough } from '../../src/strategies/pass-through.ts';
import { findStrategy, strategies } from '../../src/strategies/strategies.ts';
import { withStrategy } from '../../src/strategies/with-strategy.ts';
import type { Trial, TrialResult } from '../../src/trial.ts';

interface Seen {
  readonly lines: readonly string[];
  readonly result: TrialResult;
}

function run(name: string, scenarioName: string, seed: number, under: Core = core): Seen {
  const strategy = findStrategy(name);
  const scenario = findScenario(scenarioName);
  if (strategy === undefined || scenario === undefined) throw new Error('no such name');
  const lines: string[] = [];
  const observe = (event: TraceEvent): void => void lines.push(encodeEvent(event));
  const trial: Trial = { scenario, seed, core: under, observe };
  const result = runTrial(withStrategy(trial, strategy));
  return { lines, result };
}

const names = strategies.map(({ name }) => name);

test('names are unique, and found in any case', () => {
  expect(new Set(names).size).toBe(names.length);
  expect(findStrategy('PCT')?.name).toBe('pct');
  expect(findStrategy('none')).toBeUndefined();
});

describe.each(names)('%s', (name) => {
  test.each(['2A', 'TestFailAgree2B', 'chaos'])(
    'gives equal bytes for equal seeds of %s',
    (suite) => {
      expect(run(name, suite, 5).lines).toEqual(run(name, suite, 5).lines);
    },
  );

  test.each(['2A', '2B', 'TestPersist12C', 'TestSnapshotBasic2D', 'chaos'])(
    'lets a correct core pass %s',
    (suite) => {
      for (let seed = 1; seed <= 6; seed += 1) {
        expect(run(name, suite, seed).result.failure).toBeUndefined();
      }
    },
  );
});

// One entry a message, one message under way, slow links, and 273 entries before any other member.
test('new members may take long to be told the log of an old cluster', () => {
  expect(run('portfolio', 'chaos', 71_002_339).result.failure).toBeUndefined();
});

test('a guided seed by itself is what it is after those before it', () => {
  const inRow = [32, 33, 34, 35, 36].map((seed) => run('guided', 'chaos', seed, { ...core }));
  const same = { ...core };
  const shared = [32, 33, 34, 35, 36].map((seed) => run('guided', 'chaos', seed, same));
  expect(shared.map(({ lines }) => lines)).toEqual(inRow.map(({ lines }) => lines));
});

test('uniform changes nothing', () => {
  const scenario = findScenario('2A');
  if (scenario === undefined) throw new Error('2A is always there');
  const lines: string[] = [];
  runTrial({ scenario, seed: 5, core, observe: (event) => lines.push(encodeEvent(event)) });
  expect(run('uniform', '2A', 5).lines).toEqual(lines);
});

test('each of the others makes other runs of some seeds', () => {
  const runs = (name: string): string =>
    [1, 2, 3, 4].map((seed) => run(name, 'chaos', seed).lines.join('\n')).join('\n');
  const plain = runs('uniform');
  expect(names.filter((name) => name !== 'uniform' && runs(name) === plain)).toEqual([]);
});

test('a strategy presses until the cluster heals, and again when a new test begins', () => {
  const held = { delayMs: 90 };
  const decider = passThrough({ delivery: () => held, timeout: () => 0.5 });
  const message = { kind: 'PreVote', from: 'n1', to: 'n2', term: 1 } as Message;
  const decide = (): readonly unknown[] => [
    decider.delivery(message, () => undefined),
    decider.timeout('n1', 1, () => 0.25),
  ];
  expect(decide()).toEqual([held, 0.5]);
  decider.heal();
  expect(decide()).toEqual([undefined, 0.25]);
  decider.begin('next');
  expect(decide()).toEqual([held, 0.5]);
});

// With messages held back also while it was to recover, the cluster of this seed found no leader.
test('a cluster that PCT pressed on recovers', () => {
  expect(run('pct', 'chaos', 17_876).result.failure).toBeUndefined();
});
