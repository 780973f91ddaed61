import { bugs, loadCore } from '@raftlens/bugs';
import { findScenario, hostFaults, runTrial } from '@raftlens/sim';
import { expect, test } from 'vitest';

const hostBugs = bugs.filter(({ host }) => host !== undefined);

test('every fault of the host is a bug, which has no edits', () => {
  expect(hostBugs.map(({ name }) => name)).toEqual(hostFaults.map(({ name }) => name));
  expect(hostBugs.map(({ host, edits }) => [host, edits])).toEqual(
    hostFaults.map(({ name }) => [name, []]),
  );
});

// The first seeds of the scenario `threads` that fail.
test.each([
  ['blocking-send-under-lock', [49, 55]],
  ['early-return-keeps-lock', [7, 50]],
])('%s holds up a server once in many runs', async (name, expected) => {
  const scenario = findScenario('threads');
  if (scenario === undefined) throw new RangeError('threads');
  const core = await loadCore(name);
  const failed: number[] = [];
  for (let seed = 1; seed <= 70 && failed.length < expected.length; seed += 1) {
    if (!runTrial({ scenario, seed, core }).passed) failed.push(seed);
  }
  expect(failed).toEqual(expected);
});
