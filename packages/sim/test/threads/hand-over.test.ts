import type { Effects, EndedRead, Entry } from '@raftlens/core';
import { expect, test } from 'vitest';
import { type Committed, createHandOver, type HandOver } from '../../src/threads/hand-over.ts';

const entry = (command: string): Entry => ({ term: 1, command, hash: command });

function effects(committedFrom: number, commands: string, more: Partial<Effects> = {}): Effects {
  return {
    write: undefined,
    messages: [],
    restored: undefined,
    committed: [...commands].map(entry),
    committedFrom,
    reads: [],
    ...more,
  };
}

/** The applier takes the next `count` entries; returns what it is done with. */
function applyNext(handOver: HandOver, count: number): void {
  const taken: Committed[] = [];
  while (taken.length < count) {
    const next = handOver.next();
    if (next === undefined) throw new RangeError(`${taken.length} entries, not ${count}`);
    taken.push(next);
  }
  for (const each of taken) handOver.applied(each);
}

const shown = ({ committed, committedFrom }: Effects): string =>
  `${committedFrom}: ${committed.map(({ command }) => command).join('')}`;

test('what is committed comes out once it is applied', () => {
  const handOver = createHandOver();
  expect(shown(handOver.exchange(effects(1, 'abc')))).toBe('1: ');
  applyNext(handOver, 2);
  expect(shown(handOver.exchange(effects(4, 'd')))).toBe('1: ab');
  applyNext(handOver, 2);
  expect(shown(handOver.exchange(effects(5, '')))).toBe('3: cd');
  expect(handOver.next()).toBeUndefined();
});

test('a snapshot overtakes the entries that are in it', () => {
  const handOver = createHandOver();
  handOver.exchange(effects(1, 'abc'));
  const voters = { voters: ['n1'], votersOutgoing: [], learners: [] };
  const snapshot = { index: 2, term: 1, configuration: voters, data: 'ab', bytes: 2 };
  expect(shown(handOver.exchange(effects(4, '', { restored: snapshot })))).toBe('4: ');
  applyNext(handOver, 3);
  expect(shown(handOver.exchange(effects(4, '')))).toBe('3: c');
});

test('a read is answered once what it waits for is applied', () => {
  const handOver = createHandOver();
  const read: EndedRead = { kind: 'served', id: 'r1', readIndex: 2 };
  expect(handOver.exchange(effects(1, 'ab', { reads: [read] })).reads).toEqual([]);
  applyNext(handOver, 1);
  expect(handOver.exchange(effects(3, '')).reads).toEqual([]);
  applyNext(handOver, 1);
  expect(handOver.exchange(effects(3, '')).reads).toEqual([read]);
  expect(handOver.exchange(effects(3, '', { reads: [read] })).reads).toEqual([read]);
});
