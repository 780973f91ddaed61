import { loadCore } from '@raftlens/bugs';
import { encodeCapsule, findScenario, findStrategy, type Strategy } from '@raftlens/sim';
import { expect, test } from 'vitest';
import { runSeed } from '../../src/campaign/run-seed.ts';
import { replayCapsule } from '../../src/shrink/replay-capsule.ts';
import { shrinkFailure } from '../../src/shrink/shrink-failure.ts';

/** Steps bound the search before this does, so that the machine changes nothing. */
const budgetMs = 60_000;

// The first failing seeds of each; no budget of time, so that each gives the same everywhere.
test.each([
  ['stale-vote', '2A', 20],
  ['stale-vote', '2A', 38],
  ['quorum-half', '2B', 2],
  ['commit-old-term', 'chaos', 4],
  ['no-persist-vote', 'chaos', 166],
  ['step-down-clears-vote', 'chaos', 39],
  ['duplicate-vote-counts', 'chaos', 529],
  ['truncate-always', 'chaos', 2],
])('%s in %s, seed %d, shrinks to five faults and operations at most', async (bug, name, seed) => {
  const core = await loadCore(bug);
  const scenario = findScenario(name);
  if (scenario === undefined) throw new RangeError(name);
  const failure = runSeed({ scenario, core, seed });
  const shrunk = await shrinkFailure({ scenario: name, bug, seed, rule: failure?.rule, budgetMs });
  expect(shrunk?.after.parts).toBeLessThanOrEqual(5);
  expect(shrunk?.after.decisions).toBeLessThanOrEqual(20);
  expect(shrunk?.capsule.breaks).toBe(failure?.rule);
  const replayed = shrunk === undefined ? undefined : await replayCapsule(shrunk.capsule);
  expect(replayed?.rule).toBe(failure?.rule);
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
        "size": 5,
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
      "lastsMs": 4523.4609375,
      "converges": false,
      "plan": [
        {"fault":"disconnect","at":3019,"for":987,"nodes":["n2"],"value":1}
      ],
      "operations": [],
      "decisions": [
        {"kind":"timer","node":"n4","term":0,"nth":0,"ms":429.353},
        {"kind":"RequestVoteResponse","term":1,"from":"n2","to":"n4","nth":0,"fate":1.737},
        {"kind":"RequestVoteResponse","term":1,"from":"n3","to":"n4","nth":0,"fate":0.214},
        {"kind":"timer","node":"n2","term":1,"nth":26,"ms":401.567},
        {"kind":"timer","node":"n2","term":2,"nth":0,"ms":408.276},
        {"kind":"timer","node":"n1","term":1,"nth":37,"ms":422.692}
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
  const run = { scenario: 'chaos', bug: 'commit-scan-stops-at-old-term', seed: 2, budgetMs };
  const shrunk = await shrinkFailure(run);
  expect(shrunk?.capsule.breaks).toBe('no-agreement');
  expect(shrunk?.after.parts).toBeLessThanOrEqual(5);
  const replayed = shrunk === undefined ? undefined : await replayCapsule(shrunk.capsule);
  expect(replayed?.test).toBe('chaos');
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
