import type { FaultPlan } from '@raftlens/sim';
import { findFault } from '@raftlens/sim';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom } from '../../src/random.ts';
import { eventsOf, journeys, type Watched, watch } from './watched.ts';

const link = [['n1', 'n2']] as const;
const strike = { at: 1_000, for: 1_000 };

/** What was sent while the fault lasted, on the struck link and on the others. */
function during(watched: Watched) {
  const all = journeys(watched, 1_000, 1_990);
  const struck = all.filter((journey) => journey.link === 'n1>n2');
  const others = all.filter((journey) => journey.link !== 'n1>n2');
  expect(Math.min(struck.length, others.length)).toBeGreaterThan(15);
  return { all, struck, others };
}

function plan(fault: string, value: number, links?: FaultPlan[number]['links']): FaultPlan {
  return [{ fault, ...strike, links, value }];
}

test('loss loses what its links carry, and nothing else', () => {
  const watched = watch(plan('loss', 1, link));
  const { struck, others } = during(watched);
  expect(struck.every(({ took }) => took.length === 0)).toBe(true);
  expect(others.every(({ took }) => took.length === 1)).toBe(true);
  const dropped = eventsOf(watched, 'message.dropped');
  expect(dropped.every(({ from, to, cause }) => `${from}>${to} ${cause}` === 'n1>n2 lost')).toBe(
    true,
  );
});

test('loss of a fifth loses about a fifth', () => {
  const { all } = during(watch(plan('loss', 0.2)));
  const share = all.filter(({ took }) => took.length === 0).length / all.length;
  expect(Math.abs(share - 0.2)).toBeLessThan(0.08);
});

test('duplication delivers twice, the second time at most 40 ms after the first', () => {
  const { struck, others } = during(watch(plan('duplication', 1, link)));
  expect(struck.every(({ took }) => took.length === 2)).toBe(true);
  expect(others.every(({ took }) => took.length === 1)).toBe(true);
  for (const { took } of struck) expect((took[1] ?? 0) - (took[0] ?? 0)).toBeLessThan(40);
});

test('reordering has messages overtake each other and loses none', () => {
  const watched = watch(plan('reordering', 0.5, link));
  const { struck } = during(watched);
  expect(struck.every(({ took }) => took.length === 1)).toBe(true);
  const serials = eventsOf(watched, 'message.received', 1_000, 2_000)
    .filter(({ from, to }) => from === 'n1' && to === 'n2')
    .map(({ id }) => Number(id?.split('.')[2]));
  expect(serials).not.toEqual(serials.toSorted((left, right) => left - right));
});

test('delay is short every other time and very long at times', () => {
  const { struck, others } = during(watch(plan('delay', 10, link)));
  const times = struck.flatMap(({ took }) => took).toSorted((left, right) => left - right);
  expect(times).toHaveLength(struck.length);
  expect(times[Math.floor(times.length / 2)]).toBeLessThan(40);
  expect(times.at(-1)).toBeGreaterThan(60);
  expect(times.at(-1)).toBeLessThan(10 * 128 + 20);
  expect(others.every(({ took }) => (took[0] ?? 0) < 20)).toBe(true);
});

test('a clogged link carries nothing, then all of it at once', () => {
  const watched = watch(plan('clog', 1, link));
  const { struck, others } = during(watched);
  const receipts = eventsOf(watched, 'message.received', 1_020, 2_000);
  expect(receipts.some(({ from, to }) => from === 'n1' && to === 'n2')).toBe(false);
  expect(struck.every(({ took }) => took.length === 1)).toBe(true);
  expect(others.every(({ took }) => (took[0] ?? 0) < 20)).toBe(true);
});

test('reply-loss lets requests through', () => {
  const { all } = during(watch(plan('reply-loss', 1)));
  const arrived = (reply: boolean) =>
    new Set(
      all.filter(({ kind }) => kind.endsWith('Response') === reply).map(({ took }) => took.length),
    );
  expect([[...arrived(false)], [...arrived(true)]]).toEqual([[1], [0]]);
});

test('a black hole takes what carries entries, and lets all else through', () => {
  const { all } = during(watch(plan('black-hole', 1)));
  const arrived = (large: boolean) =>
    new Set(all.filter(({ entries }) => entries > 0 === large).map(({ took }) => took.length));
  expect([[...arrived(true)], [...arrived(false)]]).toEqual([[0], [1]]);
});

test('a wider black hole takes larger messages alone', () => {
  const { all } = during(watch(plan('black-hole', 2)));
  const arrived = (large: boolean) =>
    new Set(all.filter(({ entries }) => entries > 1 === large).map(({ took }) => took.length));
  expect([...arrived(false)]).toEqual([1]);
  expect([...arrived(true)].every((times) => times === 0)).toBe(true);
});

test('a partition cuts off servers together, in both directions', () => {
  const cut = { fault: 'partition', ...strike, nodes: ['n1', 'n2'], value: 2 };
  const watched = watch([cut], { size: 5 });
  for (const { link: way, took } of journeys(watched, 1_000, 1_990)) {
    const crosses = /n[12]/.test(way.slice(0, 2)) !== /n[12]/.test(way.slice(3));
    expect([way, took.length]).toEqual([way, crosses ? 0 : 1]);
  }
  const told = watched.events.filter(({ event }) => event.startsWith('fault.'));
  expect(told.map((event) => [event.event, event.time, 'nodes' in event && event.nodes])).toEqual([
    ['fault.injected', 1_000, ['n1', 'n2']],
    ['fault.cleared', 2_000, ['n1', 'n2']],
  ]);
});

test('a server is in one partition at a time', () => {
  const first = { fault: 'partition', at: 100, for: 1_000, nodes: ['n1'], value: 1 };
  const second = { fault: 'partition', at: 200, for: 100, nodes: ['n1', 'n2'], value: 2 };
  const third = { fault: 'partition', at: 300, for: 100, nodes: ['n3'], value: 1 };
  const watched = watch([first, second, third], { size: 5 });
  const nodes = eventsOf(watched, 'fault.injected').map((event) => event.nodes);
  expect(nodes).toEqual([['n1'], ['n3']]);
});

test('one-way loses one direction', () => {
  const { struck, others } = during(watch(plan('one-way', 1, link)));
  expect(struck.every(({ took }) => took.length === 0)).toBe(true);
  expect(others.every(({ took }) => took.length === 1)).toBe(true);
});

test('swizzle cuts servers off one by one and mends them one by one', () => {
  const nodes = ['n1', 'n2', 'n3'];
  const watched = watch([{ fault: 'swizzle', ...strike, nodes, value: 3 }]);
  const cutOff = (from: number, until: number): readonly string[] => {
    const ways = journeys(watched, from, until).filter(({ took }) => took.length === 1);
    return nodes.filter((node) => !ways.some(({ link: way }) => way.includes(node)));
  };
  expect(cutOff(1_010, 1_160)).toEqual(['n1']);
  expect(cutOff(1_340, 1_490)).toEqual(nodes);
  expect(cutOff(2_000, 2_400)).toEqual([]);
});

const sizes = fc.constantFrom(3, 5, 7);

function cutPairs(fault: string, size: number, value: number, seed: number): readonly string[] {
  const aim = findFault(fault)?.aim(size, value, createRandom(seed, 'aim'));
  return (aim?.links ?? []).map((number) => `${Math.floor(number / size)}-${number % size}`);
}

test('a bridge leaves two halves, and some servers that reach both', () => {
  fc.assert(
    fc.property(sizes, fc.nat(10_000), fc.integer({ min: 1, max: 2 }), (size, seed, value) => {
      const cut = new Set(cutPairs('bridge', size, value, seed));
      const missing = Array.from({ length: size }, (_, server) =>
        Array.from({ length: size }, (_each, other) => other).filter((other) =>
          cut.has(`${server}-${other}`),
        ),
      );
      const between = Math.min(value, size - 2);
      expect(missing.filter((others) => others.length === 0)).toHaveLength(between);
      const left = Math.ceil((size - between) / 2);
      expect(cut.size).toBe(2 * left * (size - between - left));
    }),
  );
});

test('on a ring every server reaches two others; three servers form a line', () => {
  fc.assert(
    fc.property(sizes, fc.nat(10_000), (size, seed) => {
      const cut = cutPairs('ring', size, 1, seed);
      expect(cut).toHaveLength(size === 3 ? 2 : size * (size - 3));
      for (const pair of cut) expect(cut).toContain(pair.split('-').toReversed().join('-'));
    }),
  );
});

test('one-way strikes all links of its servers in one direction', () => {
  fc.assert(
    fc.property(sizes, fc.nat(10_000), (size, seed) => {
      const ends = cutPairs('one-way', size, 1, seed).map((pair) => pair.split('-'));
      expect(ends).toHaveLength(size - 1);
      const [from, to] = [new Set(ends.map(([end]) => end)), new Set(ends.map(([, end]) => end))];
      expect(Math.min(from.size, to.size)).toBe(1);
    }),
  );
});
