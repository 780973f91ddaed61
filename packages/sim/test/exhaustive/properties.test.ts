import { core, type Message } from '@raftlens/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalText, type Renaming } from '../../src/exhaustive/canonical-text.ts';
import { cloneServer } from '../../src/exhaustive/clone-server.ts';
import { hashText } from '../../src/exhaustive/hash-text.ts';
import { createLineage, deedKinds } from '../../src/exhaustive/lineage.ts';
import { type Input, type Machine, startMachine, step } from '../../src/exhaustive/machine.ts';
import { markVisited } from '../../src/exhaustive/mark-visited.ts';
import { createNumbered } from '../../src/exhaustive/numbered.ts';
import { renamings } from '../../src/exhaustive/renamings.ts';
import { createStateQueue } from '../../src/exhaustive/state-queue.ts';
import { createVisitedSet } from '../../src/exhaustive/visited-set.ts';

const ids = ['n1', 'n2', 'n3'] as const;
const rig = { core, ids };
const identity: Renaming = new Map();
const seed = 3_141_592;

/** Decisions in a little cluster: a server, and what it does or which message it gets. */
const decisions = fc.array(fc.tuple(fc.nat(2), fc.nat(9), fc.nat(99)), { maxLength: 25 });

interface Cluster {
  readonly machines: Map<string, Machine>;
  readonly flights: Message[];
}

/** A cluster after some decisions, its servers taken in the order that a renaming gives them. */
function clusterAfter(
  made: readonly (readonly [number, number, number])[],
  renaming: Renaming = identity,
): Cluster {
  const machines = new Map(ids.map((id) => [id as string, startMachine(rig, id, 0)]));
  const flights: Message[] = [];
  for (const [place, what, which] of made) {
    const own = ids[place] ?? 'n1';
    const id = renaming.get(own) ?? own;
    const { to, input } = decide(id, what, which, flights);
    const before = machines.get(to);
    if (before === undefined) throw new RangeError(to);
    const { machine, sent } = step(rig, before, input, 0);
    machines.set(to, machine);
    // The core sends in the order of names, and here the names are others.
    flights.push(...[...sent].sort((a, b) => order(a, renaming) - order(b, renaming)));
  }
  return { machines, flights };
}

function order(message: Message, renaming: Renaming): number {
  return ids.findIndex((id) => (renaming.get(id) ?? id) === message.to);
}

function decide(
  id: string,
  what: number,
  which: number,
  flights: readonly Message[],
): { readonly to: string; readonly input: Input } {
  const message = flights[which % Math.max(1, flights.length)];
  if (what >= 4 && message !== undefined) {
    return { to: message.to, input: { kind: 'deliver', message } };
  }
  if (what === 0) return { to: id, input: { kind: 'restart', incarnation: 0 } };
  if (what === 1) return { to: id, input: { kind: 'propose', command: `x${which}` } };
  if (what === 2) return { to: id, input: { kind: 'heartbeat' } };
  return { to: id, input: { kind: 'election-timeout' } };
}

function textOf({ machines, flights }: Cluster, renaming: Renaming): string {
  const all = [...machines.values(), ...flights];
  return all
    .map((each) => canonicalText(each, renaming))
    .sort()
    .join('\n');
}

/** The words that stand for a cluster in the visited set, up to the names of its servers. */
function sumsOf({ machines, flights }: Cluster): Uint32Array {
  const all = createNumbered<unknown>('', renamings(ids));
  const sums = new Uint32Array(2 * renamings(ids).length);
  for (const each of [...machines.values(), ...flights]) all.hashes.add(sums, all.numberOf(each));
  return sums;
}

test('a clone is equal, and what happens to one does not show in the other', () => {
  fc.assert(
    fc.property(decisions, fc.nat(2), (made, place) => {
      const { machines } = clusterAfter(made);
      const { server } = machines.get(ids[place] ?? 'n1') ?? startMachine(rig, 'n1', 0);
      const clone = cloneServer(server);
      expect(clone).toStrictEqual(server);
      const before = canonicalText(server, identity);
      clone.electionDeadline = 0;
      core.tick(clone, 0);
      core.propose(clone, 'y', 'y', 0);
      core.takeEffects(clone);
      clone.votesGranted.add('n9');
      clone.log.entries.push({ term: 9, command: 'z', hash: 'z' });
      for (const progress of clone.progress) progress.matchIndex += 1;
      expect(canonicalText(server, identity)).toBe(before);
    }),
    { seed, numRuns: 300 },
  );
});

test('a clone has what patches add: maps, sets, lists and objects within each other', () => {
  const { server } = startMachine(rig, 'n1', 0);
  const added = { seen: new Map([['n2', new Set([[1], [2]])]]), nested: { list: [{ a: 1 }] } };
  const clone = cloneServer(Object.assign(server, added));
  expect(clone).toStrictEqual(server);
  expect(clone).toMatchObject(added);
  const before = canonicalText(clone, identity);
  added.nested.list.push({ a: 2 });
  added.seen.get('n2')?.add([3]);
  expect(canonicalText(clone, identity)).toBe(before);
  expect(canonicalText(server, identity)).not.toBe(before);
});

test('servers that are treated alike come to states that differ in names alone', () => {
  fc.assert(
    fc.property(decisions, fc.nat(5), (made, which) => {
      const renaming = renamings(ids)[which] ?? identity;
      const here = clusterAfter(made);
      const there = clusterAfter(made, renaming);
      expect(textOf(here, renaming)).toBe(textOf(there, identity));
      const visited = createVisitedSet();
      expect(markVisited(visited, sumsOf(here), 7)).toBe(true);
      expect(markVisited(visited, sumsOf(there), 7)).toBe(false);
      expect(markVisited(visited, sumsOf(there), 6)).toBe(true);
    }),
    { seed, numRuns: 300 },
  );
});

test('texts are equal for equal values and for no others', () => {
  const value = fc.anything({ withSet: true, withMap: true, maxDepth: 2 });
  const text = (each: unknown): string => canonicalText(each, identity);
  fc.assert(
    fc.property(fc.array(value, { maxLength: 4 }), (values) => {
      expect(text(structuredClone(values))).toBe(text(values));
      expect(text(new Set(values))).toBe(text(new Set([...values].reverse())));
      if (values.length > 0) expect(text(values.slice(1))).not.toBe(text(values));
    }),
    { seed, numRuns: 300 },
  );
  expect(text(['1', ',2'])).not.toBe(text(['1,', '2']));
  expect(text({ voters: ['n1', 'n2'] })).toBe(text({ voters: ['n2', 'n1'] }));
  expect(text({ entries: ['n1', 'n2'] })).not.toBe(text({ entries: ['n2', 'n1'] }));
});

test('hashes are the same everywhere, and half of their bits turn with one letter', () => {
  expect([hashText(''), hashText('raft'), hashText('rafu')]).toMatchInlineSnapshot(`
    [
      {
        "high": 771357973,
        "low": 2984785610,
      },
      {
        "high": 1727049138,
        "low": 2010983486,
      },
      {
        "high": 3956038592,
        "low": 2012842251,
      },
    ]
  `);
  const words = Array.from({ length: 4_000 }, (_, number) => hashText(`message ${number}`));
  const turned = words.map(({ low, high }, number) => {
    const next = words[(number + 1) % words.length] ?? { low: 0, high: 0 };
    return ones(low ^ next.low) + ones(high ^ next.high);
  });
  const mean = turned.reduce((sum, each) => sum + each, 0) / turned.length;
  expect(Math.abs(mean - 32)).toBeLessThan(0.5);
  expect(new Set(words.map(({ low }) => low)).size).toBe(words.length);
  expect(new Set(words.map(({ high }) => high)).size).toBe(words.length);
});

function ones(word: number): number {
  return (word >>> 0).toString(2).replaceAll('0', '').length;
}

test('the visited set is a set, however much it grows', () => {
  const word = fc.oneof(fc.nat(3), fc.integer());
  fc.assert(
    fc.property(fc.array(fc.tuple(word, word), { maxLength: 200 }), (pairs) => {
      const visited = createVisitedSet();
      const model = new Set<string>();
      for (const [low, high] of pairs) {
        // 0 and 0 is the one pair that shares its name with another.
        const name = `${low >>> 0} ${low === 0 && high === 0 ? 1 : high >>> 0}`;
        expect(visited.add(low, high)).toBe(!model.has(name));
        model.add(name);
        expect(visited.size).toBe(model.size);
      }
    }),
    { seed },
  );
  const visited = createVisitedSet();
  for (const expected of [true, false]) {
    for (let number = 0; number < 100_000; number += 1) {
      if (visited.add(Math.imul(number, 0x9e3779b1), number) !== expected)
        throw new Error(`${number}`);
    }
  }
  expect(visited.size).toBe(100_000);
});

test('the queue gives back what went in, in order, over the edges of its blocks', () => {
  const vector = fc.array(fc.integer(), { maxLength: 40 });
  const numbers = { minLength: 0, maxLength: 30 };
  fc.assert(
    fc.property(fc.array(fc.oneof(vector, fc.constant(undefined)), numbers), (steps) => {
      const queue = createStateQueue();
      const model: number[][] = [];
      const room = new Int32Array(40);
      for (const each of steps) {
        if (each !== undefined) {
          queue.push(Int32Array.from(each), each.length);
          model.push(each);
        } else if (model.length > 0) {
          expect([...room.subarray(0, queue.shift(room))]).toEqual(model.shift());
        }
        expect(queue.length).toBe(model.length);
      }
    }),
    { seed },
  );
  const queue = createStateQueue();
  const room = new Int32Array(100);
  for (let number = 0; number < 30_000; number += 1) {
    queue.push(new Int32Array(100).fill(number), number % 100);
  }
  for (let number = 0; number < 30_000; number += 1) {
    const length = queue.shift(room);
    if (length !== number % 100 || (length > 0 && room[length - 1] !== number)) {
      throw new Error(`${number} came back as ${length} of ${room[0]}`);
    }
  }
  expect(() => queue.shift(room)).toThrow('the queue is empty');
});

test('a lineage tells how each state was reached', () => {
  const lineage = createLineage();
  for (let state = 1; state < 10_000; state += 1) {
    lineage.push(state >>> 1, deedKinds[state % deedKinds.length] ?? 'deliver', state * 1_000);
  }
  expect(lineage.length).toBe(10_000);
  expect(lineage.pathTo(0)).toEqual([]);
  expect(lineage.pathTo(9_999).map(({ operand }) => operand / 1_000)).toEqual([
    1, 2, 4, 9, 19, 39, 78, 156, 312, 624, 1249, 2499, 4999, 9999,
  ]);
  expect(lineage.pathTo(13).map(({ kind }) => kind)).toEqual([
    'lose',
    'election-timeout',
    'restart',
    'restart',
  ]);
});
