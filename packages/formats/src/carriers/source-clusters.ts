/** The cluster that the lines of a source are of. */
export type ClusterOf = (source: string) => string;

/** A name without all of its numbers, or without one of them: that of the server is among these. */
const keys: readonly ClusterOf[] = [
  (source) => source.replaceAll(/\d+/g, '#'),
  ...[0, 1, 2].map((nth) => (source: string) => {
    let count = 0;
    return source.replaceAll(/\d+/g, (digits) => (count++ === nth ? '#' : digits));
  }),
];

/**
 * Tells the clusters apart whose servers log into one file, by what carries their lines: undefined
 * where all may be of one. `speaking` has the servers that speak in each source.
 *
 * Two sources in which the same server speaks are of two clusters, which one script has made; so
 * are more servers than a cluster has `members`, as far as that is known.
 */
export function sourceClusters(
  speaking: ReadonlyMap<string, ReadonlySet<string>>,
  members: number = Number.POSITIVE_INFINITY,
): ClusterOf | undefined {
  const sources = [...speaking.keys()];
  const isTwice = (some: readonly string[]): boolean => {
    const all = some.flatMap((source) => [...(speaking.get(source) ?? [])]);
    return new Set(all).size < all.length;
  };
  const areTooMany = sources.length > members;
  if (!areTooMany && !isTwice(sources)) return undefined;
  // Any number in the names would divide them; that which leaves a server of each name tells.
  const isOne = (group: readonly string[]): boolean =>
    !isTwice(group) && (areTooMany ? group.length === members : group.length > 1);
  return keys.find((key) => {
    const groups = [...Map.groupBy(sources, key).values()];
    return groups.length > 1 && groups.every(isOne);
  });
}
