import { Buffer } from 'node:buffer';
import { type Analysis, analyze, type Source } from '@raftlens/analyzer';
import { expect, test } from 'vitest';
import { logSets, readLogSet } from './mangled/read-log-set.ts';

/** How the files of two clusters come together: the path of each; the first has `size` servers. */
const layouts: Readonly<Record<string, (cluster: number, server: string, size: number) => string>> =
  {
    'in a folder each': (cluster, server) => `logs/cluster-${cluster}/${server}.log`,
    'in one folder, by a prefix': (cluster, server) => `logs/${'ab'[cluster]}-${server}.log`,
    'in one folder, by a suffix': (cluster, server) => `logs/${server}_${'ab'[cluster]}.log`,
    'by hosts': (cluster, server) => `logs/${'ab'[cluster]}${server}/messages`,
    'by numbers': (cluster, server, size) => `${cluster * size + Number(server.slice(1))}.log`,
  };

const clusters = logSets.filter((name) => !/^(?:gotest|redis)-/.test(name));
const pairs = clusters.flatMap((one, index) => {
  const other = clusters[(index + 1) % clusters.length] ?? one;
  const third = clusters[(index + 14) % clusters.length] ?? one;
  return [
    [one, other],
    [one, third],
  ] as const;
});

test.each(pairs)('%s and %s', async (...names) => {
  const sets = names.map((name) => readLogSet(name).logs);
  const alone = await Promise.all(
    sets.map((logs) => analyze(logs.map(({ name, content }) => memory(name, content)))),
  );
  for (const [layout, path] of Object.entries(layouts)) {
    const sources = sets.flatMap((logs, cluster) =>
      logs.map(({ server, content }) => {
        return memory(path(cluster, server, sets[0]?.length ?? 0), content);
      }),
    );
    // Not in the order of the clusters.
    const mixed = await analyze(sources.toSorted((a, b) => (hash(a.name) < hash(b.name) ? -1 : 1)));
    expect([layout, violations([mixed])]).toEqual([layout, violations(alone)]);
    expect([layout, terms([mixed])]).toEqual([layout, terms(alone)]);
  }
});

function memory(name: string, content: string): Source {
  return {
    name,
    async *open() {
      yield Buffer.from(content);
    },
  };
}

function violations(analyses: readonly Analysis[]): readonly string[] {
  const found = analyses.flatMap(({ findings }) => findings);
  return found
    .filter(({ severity }) => severity === 'violation')
    .map(({ rule, term }) => `${rule} ${term}`)
    .sort();
}

/** How many leaders each cluster has in each term. */
function terms(analyses: readonly Analysis[]): readonly string[] {
  const clusters = analyses.flatMap(({ leaders }) => [
    ...Map.groupBy(leaders, ({ run }) => run).values(),
  ]);
  return clusters
    .map((leaders) =>
      [...new Set(leaders.map(({ group, term, from }) => `${group ?? ''}:${term}@${from}`))]
        .sort()
        .join(' '),
    )
    .sort();
}

/** An order that has nothing to do with the names. */
function hash(name: string): number {
  return [...name].reduce((sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) % 10_007, 7);
}
