import type { ClusterView } from './cluster/cluster-view.ts';

/** The index that every voter has reached, from the index that each one tells. */
export interface LowWater {
  /** `node` reached `index`; gives the new lowest index of all voters, if that rose. */
  reach(node: string, index: number): number | undefined;
}

/** Starts with every server at index 0. */
export function createLowWater(cluster: ClusterView): LowWater {
  const reached = new Map<string, number>();
  let lowest = 0;
  return {
    reach(node, index) {
      const before = reached.get(node) ?? 0;
      if (index <= before) return undefined;
      reached.set(node, index);
      if (before > lowest) return undefined;
      let least = Number.POSITIVE_INFINITY;
      for (const id of cluster.voters()) least = Math.min(least, reached.get(id) ?? 0);
      if (least <= lowest || least === Number.POSITIVE_INFINITY) return undefined;
      lowest = least;
      return lowest;
    },
  };
}
