import { type Core, core, type Server } from '@raftlens/core';
import { type Capsule, decodeCapsule, encodeCapsule, runCapsule, shrink } from '@raftlens/sim';
import { expect, test } from 'vitest';
import { capsuleOf } from './capsule-of.ts';
import { watchForLeaders } from './leaders-watch.ts';

const scenarios = ['TestReElection2A', 'TestManyElections2A', 'TestPersist22C', 'chaos'];

/** Shrunk capsules of two leaders, as they come back from their files. */
function capsules(): readonly Capsule[] {
  const found = scenarios.flatMap((name) =>
    [1, 2, 3, 4, 5].flatMap((seed) => {
      const capsule = capsuleOf(name, seed, watchForLeaders(2));
      const watch = () => watchForLeaders(2);
      const stepsMax = 40_000;
      const shrunk = shrink({ capsule, core, watch, expired: () => false, stepsMax });
      return shrunk.reproduced ? [decodeCapsule(encodeCapsule(shrunk.capsule))] : [];
    }),
  );
  expect(found.length).toBeGreaterThan(10);
  return found;
}

function shows(capsule: Capsule, under: Core): boolean {
  const { observe, shown } = watchForLeaders(2);
  runCapsule({ capsule, core: under, observe, halted: shown });
  return shown();
}

/** What somebody changes who thinks of something else. */
const changes: readonly (readonly [what: string, change: (capsule: Capsule) => Capsule, Core])[] = [
  ['other streams of random numbers', (capsule) => ({ ...capsule, seed: 987_654_321 }), core],
  ['more draws of a server, and more events', (capsule) => capsule, chattyCore()],
  [
    'another scenario by that name',
    (capsule) => ({ ...capsule, lastsMs: capsule.lastsMs + 500 }),
    core,
  ],
];

/** A core that numbers more events and messages than ours. */
function chattyCore(): Core {
  const skip = (server: Server): void => {
    server.seq += 1;
    server.serial += 2;
  };
  return {
    ...core,
    receive(server, message, now) {
      skip(server);
      core.receive(server, message, now);
    },
    tick(server, now) {
      skip(server);
      core.tick(server, now);
    },
  };
}

// Settings stand in the capsule, so that a change of their defaults is no change to it.
test('capsules show their failure again after unrelated changes, nine of ten times', () => {
  const all = capsules();
  const kept = changes.map(([what, change, under]) => {
    const still = all.filter((capsule) => shows(change(capsule), under)).length;
    return [what, still / all.length >= 0.9 ? 'at least 90 %' : `${still} of ${all.length}`];
  });
  expect(kept).toEqual(changes.map(([what]) => [what, 'at least 90 %']));
});
