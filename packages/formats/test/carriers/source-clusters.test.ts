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

test('more servers that do not say who they are than a cluster has members are of two', () => {
  const at = '2026-04-03T08:00:00';
  const say = (message: string, rest: object): string =>
    JSON.stringify({
      '@level': 'info',
      '@message': message,
      '@module': 'raft',
      '@timestamp': `${at}.000000Z`,
      ...rest,
    });
  const members = [1, 2]
    .map((id) => `{Suffrage:Voter ID:m${id} Address:10.0.0.${id}:7000}`)
    .join(' ');
  const words = [
    say('initial configuration', { index: 1, servers: `[${members}]` }),
    say('entering candidate state', { node: {}, term: 2 }),
    say('election won', { tally: 2 }),
    say('entering leader state', { leader: {} }),
  ];
  const told = (sources: readonly string[]) => {
    const lines = sources.flatMap((source, index) =>
      words.slice(0, index % 2 === 0 ? 4 : 2).map((line) => `${source}  | ${line}`),
    );
    const format = detectFormat(lines);
    const reader = format?.open('all.log', undefined);
    const events = lines.flatMap((line, index) => {
      const outcome = reader?.read(line, index + 1);
      return outcome?.kind === 'events' ? outcome.events : [];
    });
    const runs = new Set(events.map(({ run }) => run));
    return { runs: [...runs], isMixed: reader?.isMixed };
  };
  expect(told(['red-1', 'red-2', 'blue-1', 'blue-2'])).toEqual({
    runs: ['red-#', 'blue-#'],
    isMixed: false,
  });
  expect(told(['red-1', 'red-2'])).toEqual({ runs: [undefined], isMixed: false });
  // Nothing in these names tells whose they are.
  expect(told(['alpha', 'bravo', 'carol'])).toEqual({ runs: [undefined], isMixed: true });
});
