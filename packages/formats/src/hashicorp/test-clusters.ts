import type { GoTestScope } from '../go-test-scope.ts';

/** Tells the clusters of one test apart by the configurations of their servers. */
export interface TestClusters {
  /** A server names the servers of its configuration. */
  learn(module: string, servers: string): void;
  /** The run that the server belongs to. */
  run(node: string | undefined): string | undefined;
}

const serverId = / ID:([^\s{}]{1,200}) /g;

/** Begins anew with every test of `scope`. */
export function createTestClusters(scope: GoTestScope): TestClusters {
  let ordinal = scope.ordinal;
  /** For each server the number of its cluster, from 1. */
  let numbers = new Map<string, number>();
  let clusters = 0;
  const refresh = (): void => {
    if (scope.ordinal === ordinal) return;
    ordinal = scope.ordinal;
    numbers = new Map();
    clusters = 0;
  };
  return {
    learn(module, servers) {
      refresh();
      const ids = [module, ...[...servers.matchAll(serverId)].map(([, id = '']) => id)];
      if (ids.length === 1) return;
      const known = ids.flatMap((id) => numbers.get(id) ?? []);
      const number = known.length > 0 ? Math.min(...known) : clusters + 1;
      clusters = Math.max(clusters, number);
      for (const [id, other] of numbers) if (known.includes(other)) numbers.set(id, number);
      for (const id of ids) numbers.set(id, number);
    },
    run(node) {
      refresh();
      const number = numbers.get(node ?? '') ?? 1;
      return number === 1 || scope.run === undefined
        ? scope.run
        : `${scope.run}, cluster ${number}`;
    },
  };
}
