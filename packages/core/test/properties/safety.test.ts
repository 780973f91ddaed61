import { core, type Settings } from '@raftlens/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Action, actions, actionsWithChanges } from './actions.ts';
import { act, calmDown, createRandomCluster } from './random-cluster.ts';
import {
  checkDurable,
  checkReads,
  checkSafety,
  createSafety,
  noteCommitted,
  type Safety,
} from './safety.ts';

interface Shape {
  readonly size: number;
  readonly voters: number;
  readonly settings?: Partial<Settings>;
}

function play(shape: Shape, course: readonly Action[], count?: (event: string) => void): Safety {
  const safety = createSafety();
  const cluster = createRandomCluster({
    ...shape,
    core,
    onSend: checkDurable,
    onCommit: (host, from, entries) => noteCommitted(safety, host, from, entries),
    onRead: checkReads,
    observer: count === undefined ? undefined : ({ event }) => count(event),
  });
  for (const action of course) {
    act(cluster, action);
    checkSafety(safety, cluster);
  }
  // A server that was removed and does not know it disturbs the others for ever, unless those are
  // deaf to it (thesis §4.2.3).
  if (shape.size > shape.voters && shape.settings?.leaderStickiness !== true) return safety;
  if (!calmDown(cluster)) throw new Error('nothing is committed although nothing is in the way');
  checkSafety(safety, cluster);
  return safety;
}

test.each<[string, Shape, fc.Arbitrary<readonly Action[]>]>([
  ['three servers', { size: 3, voters: 3 }, actions],
  ['four servers', { size: 4, voters: 4 }, actions],
  ['five servers', { size: 5, voters: 5 }, actions],
  ['three servers with pre-vote', { size: 3, voters: 3, settings: { preVote: true } }, actions],
  ['sticky voters', { size: 3, voters: 3, settings: { leaderStickiness: true } }, actions],
  [
    'servers with leases',
    { size: 3, voters: 3, settings: { leaderStickiness: true, leaseDriftMs: 0, noOpEntry: true } },
    actions,
  ],
  ['small messages', { size: 3, voters: 3, settings: { maxEntriesPerAppend: 1 } }, actions],
  [
    'narrow pipes',
    { size: 3, voters: 3, settings: { maxEntriesPerAppend: 1, maxInflightAppends: 2 } },
    actions,
  ],
  ['three of five servers, changing', { size: 5, voters: 3 }, actionsWithChanges],
  [
    'sticky voters, changing',
    { size: 5, voters: 3, settings: { leaderStickiness: true, leaseDriftMs: 0 } },
    actionsWithChanges,
  ],
])('whatever happens to %s, they stay safe, and go on once it ends', (_name, shape, courses) => {
  fc.assert(
    fc.property(courses, (course) => {
      play(shape, course);
    }),
    { numRuns: 500 },
  );
});

// Without this the properties could hold because nothing ever happens.
test('the courses of events reach what the properties are about', () => {
  const seen = new Map<string, number>();
  const count = (event: string): void => {
    seen.set(event, (seen.get(event) ?? 0) + 1);
  };
  let [leaders, committed] = [0, 0];
  for (const course of fc.sample(actionsWithChanges, { seed: 1, numRuns: 100 })) {
    const safety = play({ size: 5, voters: 3 }, course, count);
    leaders += safety.leaders.size;
    committed += safety.committed.size;
  }
  const events = [
    'log.truncated',
    'snapshot.installed',
    'append.rejected',
    'config.committed',
    'transfer.finished',
    'read.served',
  ];
  const counts = events.map((event) => [event, seen.get(event) ?? 0]);
  expect({ leaders, committed, ...Object.fromEntries(counts) }).toMatchInlineSnapshot(`
    {
      "append.rejected": 557,
      "committed": 432,
      "config.committed": 259,
      "leaders": 145,
      "log.truncated": 11,
      "read.served": 28,
      "snapshot.installed": 30,
      "transfer.finished": 30,
    }
  `);
});
