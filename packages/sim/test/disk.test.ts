import type { DurableWrite, Entry, Snapshot } from '@raftlens/core';
import { expect, test } from 'vitest';
import { createDisk, type Disk, readDisk, writeDisk } from '../src/disk.ts';

function entries(...terms: readonly number[]): readonly Entry[] {
  return terms.map((term) => ({ term, command: undefined, hash: '' }));
}

function snapshot(index: number, term: number): Snapshot {
  const configuration = { voters: ['n1'], votersOutgoing: [], learners: [] };
  return { index, term, data: undefined, bytes: 0, configuration };
}

function write(fromIndex: number, terms: readonly number[], taken?: Snapshot): DurableWrite {
  return {
    currentTerm: 3,
    votedFor: 'n2',
    fromIndex,
    entries: entries(...terms),
    snapshot: taken,
    lastLogIndex: fromIndex + terms.length - 1,
  };
}

function diskWith(...writes: readonly DurableWrite[]): Disk {
  const disk = createDisk();
  for (const each of writes) writeDisk(disk, each);
  return disk;
}

test.each<[string, readonly DurableWrite[], string]>([
  ['nothing', [], '0: '],
  ['term and vote alone', [write(1, [])], '0: '],
  ['entries', [write(1, [1, 1])], '0: 1 1'],
  ['entries behind entries', [write(1, [1, 1]), write(3, [2])], '0: 1 1 2'],
  ['entries in place of others', [write(1, [1, 1, 1]), write(2, [2])], '0: 1 2'],
  ['term and vote leave the log alone', [write(1, [1, 1]), write(3, [])], '0: 1 1'],
  ['a snapshot of the beginning', [write(1, [1, 1, 2]), write(4, [], snapshot(2, 1))], '2: 2'],
  ['a snapshot of all', [write(1, [1, 1]), write(3, [], snapshot(2, 1))], '2: '],
  ['a snapshot beyond the log', [write(1, [1, 1]), write(6, [], snapshot(5, 2))], '5: '],
  ['a snapshot and entries', [write(1, [1, 1]), write(3, [2, 2], snapshot(1, 1))], '1: 1 2 2'],
  [
    'entries behind a snapshot',
    [write(1, [1, 1]), write(3, [], snapshot(2, 1)), write(3, [2, 3]), write(4, [4])],
    '2: 2 4',
  ],
])('%s', (_name, writes, expected) => {
  const stored = readDisk(diskWith(...writes), 9);
  const terms = stored.entries.map(({ term }) => term).join(' ');
  expect(`${stored.snapshot?.index ?? 0}: ${terms}`).toBe(expected);
});

test('a restart finds the last term and vote, and goes on counting events', () => {
  expect(readDisk(diskWith(write(1, [1])), 9)).toMatchObject({
    currentTerm: 3,
    votedFor: 'n2',
    seq: 9,
  });
  expect(readDisk(createDisk(), 0)).toEqual({
    currentTerm: 0,
    votedFor: undefined,
    entries: [],
    snapshot: undefined,
    seq: 0,
  });
});
