import type { Effects, Entry } from '@raftlens/core';
import { expect, test } from 'vitest';
import { createMachine, type Machine } from '../../src/chaos/machine.ts';
import { lastOnDisk, recoverLog, tearWrites } from '../../src/chaos/storage.ts';
import { writeDisk } from '../../src/disk.ts';
import { createRandom } from '../../src/random.ts';
import { eventsOf, type Watched, watch } from './watched.ts';

const strike = { at: 1_000, for: 500 };

function entry(term: number, hash: string): Entry {
  return { term, command: undefined, hash };
}

function write(currentTerm: number, fromIndex: number, hashes: string): Effects {
  const entries = [...hashes].map((hash) => entry(currentTerm, hash));
  const lastLogIndex = fromIndex + entries.length - 1;
  const parts = { currentTerm, votedFor: undefined, fromIndex, entries, lastLogIndex };
  return {
    write: { ...parts, snapshot: undefined },
    messages: [],
    committed: [],
    restored: undefined,
    reads: [],
    committedFrom: 1,
  };
}

/** A machine with durable entries a, b and c of term 1, and two writes that are not durable. */
function writing(): Machine {
  const machine = createMachine(1, 'disk', 0, 0);
  const durable = write(1, 1, 'abc').write;
  if (durable !== undefined) writeDisk(machine.disk, durable);
  machine.syncedThrough = 3;
  machine.pending = [write(2, 3, 'de'), write(3, 5, 'fgh')];
  return machine;
}

function shown({ disk }: Machine): string {
  return `term ${disk.currentTerm}: ${disk.entries.map(({ hash }) => hash).join('')}`;
}

test('a torn write leaves a part of what was written, in the order of writing', () => {
  const found = new Set<string>();
  for (let seed = 0; seed < 300; seed += 1) {
    const machine = writing();
    tearWrites(machine, createRandom(seed, 'tear'));
    found.add(shown(machine));
  }
  expect([...found].toSorted()).toMatchInlineSnapshot(`
    [
      "term 2: ab",
      "term 2: abd",
      "term 2: abde",
      "term 3: abde",
      "term 3: abdef",
      "term 3: abdefg",
      "term 3: abdefgh",
    ]
  `);
});

test('a damaged entry is cut off where nothing was promised, and else stops the server', () => {
  const outcomes = [undefined, 1, 3, 4, 5, 6].map((damagedIndex) => {
    const machine = writing();
    const tail = write(2, 4, 'xy').write;
    if (tail !== undefined) writeDisk(machine.disk, tail);
    machine.damagedIndex = damagedIndex;
    return `${damagedIndex}: ${recoverLog(machine)}, ${lastOnDisk(machine)} entries`;
  });
  expect(outcomes).toMatchInlineSnapshot(`
    [
      "undefined: whole, 5 entries",
      "1: refused, 5 entries",
      "3: refused, 5 entries",
      "4: tail cut off, 3 entries",
      "5: tail cut off, 4 entries",
      "6: whole, 5 entries",
    ]
  `);
});

function lifeOf(watched: Watched, node: string): readonly string[] {
  return watched.events
    .filter((event) => event.node === node && /^node\./.test(event.event))
    .map((event) => {
      const cause = event.event === 'node.crashed' ? ` ${event.cause}` : '';
      return `${Math.round(event.time)} ${event.event}${cause}`;
    });
}

test('a damaged entry that was durable keeps the server down until it is repaired', () => {
  const watched = watch([{ fault: 'bit-flip', ...strike, nodes: ['n2'], value: 1 }]);
  expect(lifeOf(watched, 'n2')).toEqual([
    '0 node.started',
    '1000 node.crashed bit-flip',
    '1500 node.started',
  ]);
  const started = eventsOf(watched, 'node.started', 1_000)[0];
  const durable = eventsOf(watched, 'state.persisted', 0, 1_001).filter(
    ({ node }) => node === 'n2',
  );
  expect(started?.lastLogIndex).toBe(durable.at(-1)?.lastLogIndex);
  expect([...watched.world.tally.reached]).toContain(
    'a server refused to start from a damaged log',
  );
});

test.each([
  ['unsynced-loss', 20, 'sync is lost'],
  ['torn-write', 20, 'sync is torn'],
  ['failed-fsync', 1, 'sync fails'],
])(
  '%s ends the life of the server, and nothing that it did not sync is told',
  (fault, value, cause) => {
    const watched = watch([{ fault, ...strike, nodes: ['n1'], value }]);
    const [started, crashed, again] = lifeOf(watched, 'n1');
    expect([started, crashed?.slice(5), again?.slice(5)]).toEqual([
      '0 node.started',
      `node.crashed ${cause}`,
      'node.started',
    ]);
    const death = eventsOf(watched, 'node.crashed')[0]?.time ?? 0;
    expect(death).toBeGreaterThanOrEqual(1_000 + (fault === 'failed-fsync' ? 0 : value));
    // Nothing was durable after the fault began, so nothing of it reached anybody.
    const received = eventsOf(watched, 'message.received', 1_020, death + 150);
    expect(eventsOf(watched, 'state.persisted', 1_000, death).filter(byN1)).toEqual([]);
    expect(received.filter(({ from }) => from === 'n1')).toEqual([]);
    expect([...watched.world.tally.reached]).toContain('an unsynced write was lost');
  },
);

function byN1({ node }: { readonly node?: string | undefined }): boolean {
  return node === 'n1';
}

test('a server whose disk is full falls silent, and says all of it once there is room', () => {
  const watched = watch([{ fault: 'disk-full', ...strike, nodes: ['leader'], value: 1 }]);
  const leader = eventsOf(watched, 'fault.injected')[0]?.nodes?.[0];
  const received = eventsOf(watched, 'message.received').filter(({ from }) => from === leader);
  const times = received.map(({ time }) => time);
  expect(times.filter((time) => time > 1_020 && time < 1_500)).toEqual([]);
  expect(times.filter((time) => time >= 1_500 && time < 1_520).length).toBeGreaterThan(5);
  const durable = eventsOf(watched, 'state.persisted', 1_000, 1_500);
  expect(durable.filter(({ node }) => node === leader)).toEqual([]);
  expect(eventsOf(watched, 'node.crashed')).toEqual([]);
});

test('a slow disk holds back what stands behind a write', () => {
  const watched = watch([{ fault: 'slow-disk', ...strike, nodes: ['leader'], value: 30 }]);
  const leader = eventsOf(watched, 'fault.injected')[0]?.nodes?.[0];
  const slow = eventsOf(watched, 'state.persisted', 1_000, 1_500).filter(
    ({ node }) => node === leader,
  );
  const gaps = slow.slice(1).map(({ time }, number) => time - (slow[number]?.time ?? 0));
  expect(slow.length).toBeGreaterThan(10);
  expect(gaps.filter((gap) => gap > 0 && gap < 30)).toEqual([]);
});
