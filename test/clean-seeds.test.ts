import { core } from '@raftlens/core';
import { createJudge } from '@raftlens/invariants';
import { findScenario, runTrial } from '@raftlens/sim';
import { expect, test } from 'vitest';

/** What is wrong with one run of the correct core: nothing, unless a rule cries wolf. */
function complaints(name: string, seed: number): readonly string[] {
  const scenario = findScenario(name);
  if (scenario === undefined) throw new RangeError(`no scenario is called ${name}`);
  const judge = createJudge();
  const { failure } = runTrial({ scenario, seed, core, observe: judge.observe });
  const { findings, coverage } = judge.finish();
  return [
    ...(failure === undefined ? [] : [`seed ${seed}: ${failure.test}: ${failure.message}`]),
    ...findings
      .filter(({ severity }) => severity === 'violation')
      .map(({ rule, message }) => `seed ${seed}: ${rule}: ${message}`),
    ...coverage
      .filter(({ verdict }) => verdict === 'violated')
      .map(({ rule }) => `seed ${seed}: ${rule} counts as violated`),
  ];
}

test.each([
  ['2A', 60],
  ['2B', 15],
  ['2D', 5],
  ['2C', 2],
])('the correct core breaks no rule in part %s with the seeds 1 to %i', (name, seeds) => {
  const found = Array.from({ length: seeds }, (_, index) => complaints(name, index + 1)).flat();
  expect(found).toEqual([]);
});
