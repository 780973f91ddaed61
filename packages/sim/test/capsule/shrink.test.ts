import { core } from '@raftlens/core';
import {
  type Capsule,
  encodeCapsule,
  faults,
  runCapsule,
  shrink,
  sizeOfCapsule,
} from '@raftlens/sim';
import { expect, test } from 'vitest';
import { capsuleOf } from './capsule-of.ts';
import { watchForLeaders } from './leaders-watch.ts';

function shrunkOf(name: string, seed: number, leaders: number) {
  const capsule = capsuleOf(name, seed, watchForLeaders(leaders));
  const watch = () => watchForLeaders(leaders);
  return shrink({ capsule, core, watch, expired: () => false });
}

function shows(capsule: Capsule, leaders: number): boolean {
  const { observe, shown } = watchForLeaders(leaders);
  runCapsule({ capsule, core, observe, halted: shown });
  return shown();
}

test.each([
  ['TestManyElections2A', 1],
  ['TestReElection2A', 2],
  ['TestPersist22C', 1],
  ['chaos', 3],
  ['chaos', 19],
  ['chaos', 23],
])(
  'two leaders of %s with seed %d take a fault or two, and none of its operations',
  (name, seed) => {
    const { capsule, reproduced, finished } = shrunkOf(name, seed, 2);
    expect({ reproduced, finished }).toEqual({ reproduced: true, finished: true });
    expect(sizeOfCapsule(capsule)).toBeLessThanOrEqual(2);
    expect(shows(capsule, 2)).toBe(true);
  },
);

test('what chance decides is in the capsule: another seed shows the same', () => {
  // Crashes and partitions draw nothing by themselves.
  const intensities = Object.fromEntries(faults.map(({ name }) => [name, 0]));
  const chaos = { intensities: { ...intensities, crash: 1, partition: 1, loss: 0.3, delay: 20 } };
  const seeds = Array.from({ length: 20 }, (_, seed) => seed);
  const capsules = seeds
    .map((seed) => capsuleOf('chaos', seed, watchForLeaders(2), chaos))
    .filter((capsule) => shows(capsule, 2));
  expect(capsules.length).toBeGreaterThan(5);
  for (const capsule of capsules) {
    for (const seed of [1, 2 ** 40]) expect(shows({ ...capsule, seed }, 2)).toBe(true);
  }
});

test('the same failure gives the same capsule', () => {
  const texts = [1, 2].map(() => encodeCapsule(shrunkOf('chaos', 12, 3).capsule));
  expect(texts[0]).toBe(texts[1]);
  expect(texts[0]).toMatchInlineSnapshot(`
    "{
      "schema": "raft-capsule/1",
      "scenario": "chaos",
      "seed": 12,
      "breaks": "leaders",
      "cluster": {
        "size": 4,
        "settings": {
          "electionTimeoutMs": [150, 300],
          "heartbeatIntervalMs": 30,
          "checkQuorum": true,
          "preVote": false,
          "leaderStickiness": true,
          "noOpEntry": true,
          "maxEntriesPerAppend": 3
        },
        "hopMs": 4,
        "syncMs": 3,
        "snapshotInterval": 0,
        "parallelWrites": true,
        "gathersInputs": true,
        "readsByIndex": true
      },
      "decisions": [
        {"kind":"timer","node":"n3","term":0,"nth":0,"ms":164.2},
        {"kind":"timer","node":"n4","term":0,"nth":0,"ms":165.25},
        {"kind":"RequestVote","term":1,"from":"n3","to":"n2","nth":0,"fate":"lost"},
        {"kind":"timer","node":"n1","term":1,"nth":0,"ms":180.051},
        {"kind":"timer","node":"n2","term":2,"nth":7,"ms":151.963}
      ],
      "lastsMs": 1027.111083984375,
      "converges": false,
      "plan": [
        {"stream":2,"fault":"crash","at":576,"for":280,"nodes":["leader"],"value":1},
        {"stream":3,"fault":"crash","at":776,"for":516,"nodes":["leader"],"value":1}
      ],
      "operations": []
    }
    "
  `);
});

test('a capsule that does not show its failure is given back', () => {
  const whole = capsuleOf('TestInitialElection2A', 1, watchForLeaders(1));
  const watch = () => watchForLeaders(3);
  const result = shrink({ capsule: whole, core, watch, expired: () => false });
  expect([result.reproduced, result.attempts]).toEqual([false, 1]);
  expect(result.capsule).toEqual(whole);
});

test('time ends the search, with the best so far', () => {
  const capsule = capsuleOf('chaos', 23, watchForLeaders(2));
  let looks = 0;
  const expired = (): boolean => {
    looks += 1;
    return looks > 20;
  };
  const result = shrink({ capsule, core, watch: () => watchForLeaders(2), expired });
  expect([result.reproduced, result.finished]).toEqual([true, false]);
  expect(shows(result.capsule, 2)).toBe(true);
});
