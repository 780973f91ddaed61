import { expect, test } from 'vitest';
import { assignClusters } from '../../src/clusters/assign-clusters.ts';
import type { FileIdentity } from '../../src/clusters/file-identity.ts';

/** A log of `speaker`, which names `members`. */
function log(
  file: string,
  speaker: string,
  members: string = '',
  {
    system = 'etcd',
    begins = 0,
    format = system,
  }: { system?: string; begins?: number; format?: string } = {},
): FileIdentity {
  const named = new Set(members === '' ? [] : members.split(' '));
  return {
    file,
    format,
    system,
    counted: true,
    speakers: new Set(speaker.split(' ')),
    several: speaker.includes(' '),
    members: named,
    known: new Set([...speaker.split(' '), ...named]),
    begins,
  };
}

/** Which files are together: `a b | c`. */
function together(files: readonly FileIdentity[]): string {
  const names = assignClusters(files);
  const groups = Map.groupBy(files, ({ file }) => names.get(file));
  return [...groups.values()].map((group) => group.map(({ file }) => file).join(' ')).join(' | ');
}

test.each<[what: string, files: readonly FileIdentity[], expected: string]>([
  ['one cluster', [log('1', 'a', 'a b'), log('2', 'b', 'a b')], '1 2'],
  ['nobody names anybody', [log('1', 'a'), log('2', 'b')], '1 2'],
  [
    'no server in common',
    [log('1', 'a', 'a b'), log('2', 'c', 'c d'), log('3', 'b', 'a b'), log('4', 'd', 'c d')],
    '1 3 | 2 4',
  ],
  [
    'nobody names anybody, and they are of two systems',
    [log('1', 'a'), log('2', 'b', '', { system: 'nats' }), log('3', 'c')],
    '1 3 | 2',
  ],
  [
    'one that names nobody is of its own system',
    [log('1', 'a', 'a b'), log('2', 'b', 'a b'), log('3', 'c', '', { system: 'nats' })],
    '1 2 | 3',
  ],
  [
    'several begin long after several others',
    ['1', '2', '3', '4'].map((file) =>
      log(file, file, '', { begins: Number(file) > 2 ? 900_000 + Number(file) : 0 }),
    ),
    '1 2 | 3 4',
  ],
  [
    'one begins long after the others',
    ['1', '2', '3'].map((file) => log(file, file, '', { begins: file === '3' ? 900_000 : 0 })),
    '1 2 3',
  ],
  [
    'the same numbers in two folders',
    ['a/n1.log', 'a/n2.log', 'b/n1.log', 'b/n2.log'].map((file) => log(file, file)),
    'a/n1.log a/n2.log | b/n1.log b/n2.log',
  ],
  [
    'two programs in the folders of their hosts',
    ['a/x.log', 'a/y.log', 'b/x.log', 'b/y.log'].map((file) => log(file, file)),
    'a/x.log a/y.log b/x.log b/y.log',
  ],
  ['one that names nobody', [log('1', 'a', 'a b'), log('2', 'b')], '1 2'],
  ['other systems', [log('1', 'a', 'a b'), log('2', 'a', 'a b', { system: 'nats' })], '1 | 2'],
  [
    'a rotated log',
    [log('n1.log', 'a', 'a b'), log('n1.log.1.gz', 'a', 'a b')],
    'n1.log n1.log.1.gz',
  ],
  [
    'the same ids in two folders',
    [
      log('x/1', 'a', 'a b'),
      log('y/1', 'a', 'a b'),
      log('x/2', 'b', 'a b'),
      log('y/2', 'b', 'a b'),
    ],
    'x/1 x/2 | y/1 y/2',
  ],
  [
    'the same ids in one folder',
    [log('p-n1', 'a', 'a b'), log('q-n1', 'a', 'a b'), log('p-n2', 'b'), log('q-n2', 'b')],
    'p-n1 p-n2 | q-n1 q-n2',
  ],
  [
    'a folder for each log',
    ['x1/raft', 'x2/raft', 'y1/raft', 'y2/raft'].map((file, index) =>
      log(file, 'ab'.charAt(index % 2), 'a b'),
    ),
    'x1/raft x2/raft | y1/raft y2/raft',
  ],
  [
    'the same ids at other times',
    ['k', 'i', 'l', 'j'].map((file, index) =>
      log(file, 'ab'.charAt(index % 2), 'a b', { begins: index < 2 ? 10 + index : 90 + index }),
    ),
    'k i | l j',
  ],
  [
    'the same ids at the same time, numbered',
    [1, 2, 3, 4].map((file) => log(`${file}`, 'ba'.charAt(file % 2), 'a b', { begins: file })),
    '1 2 | 3 4',
  ],
  [
    'the same ids at the same time',
    ['k', 'i', 'l', 'j'].map((file, index) =>
      log(file, 'ab'.charAt(index % 2), 'a b', { begins: index }),
    ),
    'k | i | l | j',
  ],
  [
    'logs that name no server of their own',
    ['k', 'i', 'l', 'j'].map((file, index) =>
      log(file, file, 'a b', { begins: index < 2 ? 10 : 90 }),
    ),
    'k i | l j',
  ],
  [
    'more logs than servers',
    [log('p-n1', 'a', 'a b'), log('q-n1', 'q-n1', 'a b'), log('p-n2', 'b'), log('q-n2', 'q-n2')],
    'p-n1 p-n2 | q-n1 q-n2',
  ],
  [
    'two formats, in one of which nobody says who it is',
    [
      ...['a1', 'a2'].map((file) => log(file, file.slice(1), '1 2', { format: 'etcd-text' })),
      ...['b1', 'b2'].map((file) => log(file, file, '1 2 3', { format: 'etcd-json' })),
    ],
    'a1 a2 | b1 b2',
  ],
  [
    'two formats of one cluster, whose servers say who they are',
    ['a', 'b', 'c', 'd'].map((speaker, index) =>
      log(`f${index}`, speaker, 'a b c d', { format: index < 2 ? 'etcd-text' : 'etcd-json' }),
    ),
    'f0 f1 f2 f3',
  ],
  [
    'one server that writes another format',
    ['a', 'b', 'c'].map((file) => log(file, file, '', { format: file === 'c' ? 'y' : 'x' })),
    'a b c',
  ],
  [
    'one server is named by nobody',
    [log('1', 'a', 'b'), log('2', 'b', 'b'), log('3', 'c', 'b')],
    '1 2 3',
  ],
  ['a whole cluster in a file', [log('all', 'a b', 'a b'), log('2', 'b')], 'all | 2'],
])('%s', (_, files, expected) => {
  expect(together(files)).toBe(expected);
});

test('clusters of one folder have different names', () => {
  const files = [log('l/p1', 'a', 'a b'), log('l/q1', 'a', 'a b')];
  expect(new Set(assignClusters(files).values()).size).toBe(2);
});
