import { loadCore } from '@raftlens/bugs';
import {
  decodeCapsule,
  encodeCapsule,
  findScenario,
  findStrategy,
  type Strategy,
} from '@raftlens/sim';
import { expect, test } from 'vitest';
import { runSeed } from '../../src/campaign/run-seed.ts';
import type { SeedFailure } from '../../src/campaign/seed-failure.ts';
import { replayCapsule } from '../../src/shrink/replay-capsule.ts';
import { shrinkFailure } from '../../src/shrink/shrink-failure.ts';

/** Steps bound the search before this does, so that the machine changes nothing. */
const budgetMs = 60_000;

/** The first seeds that fail, in a scenario whose draws may change. */
async function failingSeeds(
  bug: string,
  name: string,
  count: number,
  wanted: (failure: SeedFailure) => boolean = () => true,
): Promise<readonly SeedFailure[]> {
  const core = await loadCore(bug);
  const scenario = findScenario(name);
  if (scenario === undefined) throw new RangeError(name);
  const found: SeedFailure[] = [];
  for (let seed = 1; found.length < count; seed += 1) {
    if (seed > 500) throw new Error(`${bug} does not show in 500 runs of ${name}`);
    const failure = runSeed({ scenario, core, seed });
    if (failure !== undefined && wanted(failure)) found.push(failure);
  }
  return found;
}

test.each([
  ['stale-vote', '2A'],
  ['quorum-half', '2B'],
  ['no-persist-term', '2C'],
  ['two-appliers', '2D'],
  ['commit-old-term', 'chaos'],
  ['step-down-clears-vote', 'chaos'],
  ['truncate-always', 'chaos'],
  ['old-append-accepted', 'chaos'],
])('%s in %s shrinks to five faults and operations at most, most often', async (bug, name) => {
  const failures = await failingSeeds(bug, name, 3);
  let small = 0;
  for (const { seed, rule } of failures) {
    const shrunk = await shrinkFailure({ scenario: name, bug, seed, rule, budgetMs });
    if (shrunk === undefined) continue;
    const { capsule, after } = shrunk;
    if (after.parts <= 5) small += 1;
    // As it comes back from its file.
    const again = await replayCapsule(decodeCapsule(encodeCapsule(capsule)));
    expect([again?.rule, again === undefined]).toEqual([rule, false]);
  }
  expect(small).toBeGreaterThanOrEqual(2);
});

test('the late vote of 2A in full', async () => {
  const run = { scenario: '2A', bug: 'stale-vote', seed: 20, budgetMs };
  const shrunk = await shrinkFailure(run);
  const again = await shrinkFailure(run);
  const text = shrunk === undefined ? '' : encodeCapsule(shrunk.capsule);
  expect(again === undefined ? '' : encodeCapsule(again.capsule)).toBe(text);
  expect(text).toMatchInlineSnapshot(`
    "{
      "schema": "raft-capsule/1",
      "scenario": "TestManyElections2A",
      "seed": 20,
      "bug": "stale-vote",
      "breaks": "election-safety",
      "cluster": {
        "size": 4,
        "settings": {
          "electionTimeoutMs": [400, 800],
          "heartbeatIntervalMs": 100,
          "checkQuorum": true,
          "preVote": false,
          "maxEntriesPerAppend": 1000
        },
        "hopMs": 15,
        "syncMs": 0,
        "snapshotInterval": 0
      },
      "lastsMs": 1608.72900390625,
      "converges": false,
      "plan": [],
      "operations": [],
      "decisions": [
        {"kind":"timer","node":"n4","term":0,"nth":0,"ms":419.855},
        {"kind":"timer","node":"n1","term":1,"nth":0,"ms":400.386},
        {"kind":"RequestVoteResponse","term":1,"from":"n1","to":"n4","nth":0,"fate":"lost"},
        {"kind":"RequestVoteResponse","term":1,"from":"n2","to":"n4","nth":0,"fate":"lost"},
        {"kind":"timer","node":"n4","term":2,"nth":0,"ms":590.362},
        {"kind":"RequestVoteResponse","term":2,"from":"n4","to":"n1","nth":0,"fate":"lost"},
        {"kind":"RequestVoteResponse","term":2,"from":"n3","to":"n1","nth":0,"fate":757.488}
      ]
    }
    "
  `);
  // What chance decided is in the capsule, and the correct core is not to blame.
  if (shrunk === undefined) throw new Error('it did not shrink');
  const { capsule } = shrunk;
  expect((await replayCapsule({ ...capsule, seed: 12_345 }))?.rule).toBe('election-safety');
  expect(await replayCapsule({ ...capsule, bug: undefined })).toBeUndefined();
});

test('what only the test saw stays what the capsule shows', async () => {
  const bug = 'commit-needs-all';
  const [failure] = await failingSeeds(bug, '2B', 1, ({ rule }) => rule === undefined);
  const shrunk = await shrinkFailure({ scenario: '2B', bug, seed: failure?.seed ?? 0, budgetMs });
  expect(shrunk?.capsule.breaks).toBe('no-agreement');
  expect(shrunk?.after.parts).toBeLessThanOrEqual(5);
  const replayed = shrunk === undefined ? undefined : await replayCapsule(shrunk.capsule);
  // Other rules may name what it is, but it is the test that fails.
  expect(replayed?.test).toBe(shrunk?.capsule.scenario);
});

test('a strategy is a part of the run', async () => {
  const strategy = findStrategy('late-votes') as Strategy;
  const scenario = findScenario('2A');
  if (scenario === undefined) throw new RangeError('2A');
  const core = await loadCore('stale-vote');
  let seed = 1;
  while (runSeed({ scenario, core, seed, strategy }) === undefined) seed += 1;
  const run = { scenario: '2A', bug: 'stale-vote', strategy: strategy.name, seed, budgetMs };
  expect((await shrinkFailure(run))?.after.parts).toBeLessThanOrEqual(5);
});

test('a run that passes, or fails otherwise, gives no capsule', async () => {
  const run = { scenario: '2A', bug: undefined, seed: 1, budgetMs };
  expect(await shrinkFailure(run)).toBeUndefined();
  const other = { ...run, bug: 'stale-vote', seed: 20, rule: 'log-matching' };
  expect(await shrinkFailure(other)).toBeUndefined();
  await expect(shrinkFailure({ ...run, scenario: '9Z' })).rejects.toThrow(RangeError);
});
