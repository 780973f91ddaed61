import { core } from '@raftlens/core';
import { findScenario, findStrategy, runTrial, withStrategy } from '@raftlens/sim';
import type { TraceEvent } from '@raftlens/trace';
import { expect, test } from 'vitest';

// n2 was removed, does not know it, and stands again and again, so that no leader commits anything.
test('a removed server that unseats every leader is switched off until it is taken back', () => {
  const scenario = findScenario('chaos');
  const strategy = findStrategy('upheaval');
  if (scenario === undefined || strategy === undefined) throw new RangeError('no such name');
  const power: string[] = [];
  const observe = (event: TraceEvent): void => {
    if (event.event === 'node.crashed') power.push(`${event.node}: ${event.cause}`);
    if (event.event === 'node.started') power.push(`${event.node} starts`);
  };
  const trial = { scenario, seed: 141_013_250, core, observe };
  expect(runTrial(withStrategy(trial, strategy))).toMatchObject({ passed: true });
  expect(power.slice(-2)).toEqual(['n2: switched off, as it was removed', 'n2 starts']);
});
