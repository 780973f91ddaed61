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
 * Two sources in which the same server speaks are of two clusters, which one script has made.
 */
export function sourceClusters(
  speaking: ReadonlyMap<string, ReadonlySet<string>>,
): ClusterOf | undefined {
  const sources = [...speaking.keys()];
  const isTwice = (some: readonly string[]): boolean => {
    const all = some.flatMap((source) => [...(speaking.get(source) ?? [])]);
    return new Set(all).size < all.length;
  };
  if (!isTwice(sources)) return undefined;
  return keys.find((key) => {
    const groups = [...Map.groupBy(sources, key).values()];
    return groups.length > 1 && groups.every((group) => group.length > 1 && !isTwice(group));
  });
}
