import { core } from '@raftlens/core';
import { sometimesReached } from '@raftlens/invariants';
import { findScenario, sometimes, type TrialResult } from '@raftlens/sim';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addTouched,
  createCampaignTally,
  type Touched,
  untouched,
} from '../../src/campaign/campaign-tally.ts';
import { runSeed } from '../../src/campaign/run-seed.ts';

const passed: TrialResult = { passed: true, virtualMs: 1, steps: 1 };

/** A trial in which these faults struck. */
function struck(faults: Readonly<Record<string, number>>): TrialResult {
  return { ...passed, touched: { faults, elections: 1, commits: 1, answers: 1, sometimes: [] } };
}

const chaos = findScenario('chaos');
const part = findScenario('2A');
if (chaos === undefined || part === undefined) throw new Error('no such scenario');

test('at first every part of Raft is there, with 0', () => {
  expect(createCampaignTally().touched()).toEqual({
    ...untouched,
    reached: Object.fromEntries(sometimesReached.map(({ name }) => [name, 0])),
  });
});

test.each<[string, TrialResult, number, number]>([
  ['a run with a leader', passed, 1, 0],
  ['a run with three leaders', passed, 3, 0],
  ['a run without a leader', passed, 0, 1],
  ['a run that calls itself vacuous', { ...passed, vacuous: true }, 1, 1],
  ['a vacuous run without a leader', { ...passed, vacuous: true }, 0, 1],
])('%s', (_, result, leaders, vacuous) => {
  const tally = createCampaignTally();
  tally.noteRun(result, leaders);
  expect(tally.touched().vacuous).toBe(vacuous);
});

test('vacuous and verified runs, and the strikes of faults, add up', () => {
  const tally = createCampaignTally();
  for (const faults of [{ loss: 2, crash: 1 }, {}, { loss: 3 }]) tally.noteRun(struck(faults), 1);
  for (let runs = 0; runs < 2; runs += 1) tally.noteRun(passed, 0);
  for (let runs = 0; runs < 3; runs += 1) tally.noteVerified();
  expect(tally.touched()).toMatchObject({
    faults: { loss: 5, crash: 1 },
    vacuous: 2,
    verified: 3,
  });
});

test('a core that never campaigns is counted as vacuous, and the correct one is not', () => {
  const still = { ...core, nextDeadline: () => Number.POSITIVE_INFINITY };
  const [idle, busy] = [still, core].map((each) => {
    const tally = createCampaignTally();
    runSeed({ scenario: part, core: each, seed: 1, tally });
    return tally.touched();
  });
  expect(idle).toMatchObject({ vacuous: 1, reached: { election: 0, 'leader-elected': 0 } });
  expect(busy?.vacuous).toBe(0);
  expect(busy?.reached['leader-elected']).toBeGreaterThan(0);
});

test('faults with an intensity of 0 never strike, and the others do', () => {
  const tally = createCampaignTally();
  const none = Object.fromEntries(['loss', 'crash'].map((name) => [name, 0]));
  for (let seed = 1; seed <= 20; seed += 1) {
    runSeed({ scenario: chaos, core, seed, intensities: none, tally });
  }
  const { faults } = tally.touched();
  expect(faults).not.toHaveProperty('loss');
  expect(faults).not.toHaveProperty('crash');
  expect(Object.keys(faults).length).toBeGreaterThan(5);
});

test('each scene of chaos is counted by the runs in which it was seen', () => {
  const tally = createCampaignTally();
  for (let seed = 1; seed <= 10; seed += 1) runSeed({ scenario: chaos, core, seed, tally });
  const { scenes } = tally.touched();
  expect(Object.keys(scenes)).toEqual([...sometimes]);
  for (const runs of Object.values(scenes)) expect(runs).toBeLessThanOrEqual(10);
  expect(scenes['a leader was deposed']).toBeGreaterThan(0);
});

const counts = fc.dictionary(fc.constantFrom('election', 'crash', 'loss'), fc.nat(1_000));
const touched: fc.Arbitrary<Touched> = fc.record({
  reached: counts,
  faults: counts,
  scenes: counts,
  vacuous: fc.nat(1_000),
  verified: fc.nat(1_000),
});

test('what two sets of runs touched is added name by name, and neither is changed', () => {
  const a = {
    reached: { election: 1, crash: 2 },
    faults: { loss: 1 },
    scenes: { deposed: 1 },
    vacuous: 1,
    verified: 2,
  };
  const b = {
    reached: { crash: 3, fault: 0 },
    faults: { delay: 4 },
    scenes: { deposed: 2, torn: 0 },
    vacuous: 0,
    verified: 5,
  };
  const before = structuredClone([a, b]);
  expect(addTouched(a, b)).toEqual({
    reached: { election: 1, crash: 5, fault: 0 },
    faults: { loss: 1, delay: 4 },
    scenes: { deposed: 3, torn: 0 },
    vacuous: 1,
    verified: 7,
  });
  expect([a, b]).toEqual(before);
});

test('the order in which workers report does not matter', () => {
  fc.assert(
    fc.property(touched, touched, touched, (a, b, c) => {
      expect(addTouched(a, b)).toEqual(addTouched(b, a));
      expect(addTouched(addTouched(a, b), c)).toEqual(addTouched(a, addTouched(b, c)));
      expect(addTouched(untouched, a)).toEqual(a);
    }),
  );
});
