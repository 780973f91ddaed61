import { expect, test } from 'vitest';
import { sourceClusters } from '../../src/carriers/source-clusters.ts';
import { detectFormat } from '../../src/index.ts';
import { readLines } from '../read-lines.ts';

/** The cluster of each source, where each of them has one server, in the same order. */
function clusters(sources: readonly string[], servers: string): readonly string[] | undefined {
  const speaking = sources.map((source, at): [string, Set<string>] => [
    source,
    new Set([servers.charAt(at)]),
  ]);
  const clusterOf = sourceClusters(new Map(speaking));
  return clusterOf && sources.map(clusterOf);
}

test.each([
  [
    ['red-1', 'red-2', 'blue-1', 'blue-2'],
    ['red-#', 'red-#', 'blue-#', 'blue-#'],
  ],
  [
    ['n1-a', 'n2-a', 'n1-b', 'n2-b'],
    ['n#-a', 'n#-a', 'n#-b', 'n#-b'],
  ],
  [
    ['c1-n1-1', 'c1-n2-1', 'c2-n1-1', 'c2-n2-1'],
    ['c1-n#-1', 'c1-n#-1', 'c2-n#-1', 'c2-n#-1'],
  ],
])('where the same servers speak in both, %j are two clusters', (sources, named) => {
  expect(clusters(sources, 'xyxy')).toEqual(named);
});

test.each([
  ['servers of two zones', ['east-1', 'east-2', 'west-1', 'west-2'], 'wxyz'],
  ['a container that was made anew', ['etcd-1', 'etcd-2', 'etcd-abc'], 'xyx'],
  ['names that tell nothing', ['alpha', 'bravo', 'carol', 'delta'], 'xyxy'],
])('%s are not taken apart', (_, sources, servers) => {
  expect(clusters(sources, servers)).toBeUndefined();
});

test('leaders of two clusters in one file are of two runs', () => {
  const at = '2026-04-03T08:00:00';
  const words = (address: string, term: number): readonly string[] => [
    `${at}.000Z [INFO]  raft: entering follower state: follower="Node at ${address} [Follower]"`,
    `${at}.100Z [INFO]  raft: entering candidate state: node="Node at ${address}" term=${term}`,
    `${at}.200Z [INFO]  raft: entering leader state: leader="Node at ${address} [Leader]"`,
  ];
  const lines = ['a', 'b'].flatMap((cluster, index) => [
    ...words('10.0.0.1:8300', 2 + index).map((line) => `${cluster}-n1-1  | ${line}`),
    ...words('10.0.0.2:8300', 3 - index).map((line) => `${cluster}-n2-1  | ${line}`),
  ]);
  const format = detectFormat(lines);
  if (format === undefined) throw new Error('no format knows these lines');
  const { events } = readLines(format, lines);
  const leads = events.filter((event) => event.event === 'role.changed' && event.to === 'leader');
  expect(leads.map(({ run, node, term }) => `${run} ${node} ${term}`)).toEqual([
    'a-n#-# 10.0.0.1:8300 2',
    'a-n#-# 10.0.0.2:8300 3',
    'b-n#-# 10.0.0.1:8300 3',
    'b-n#-# 10.0.0.2:8300 2',
  ]);
});
