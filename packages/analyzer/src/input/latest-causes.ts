/** What was told last, by name: the first telling of each, as long as it is remembered. */
export interface LatestCauses<Cause> {
  get(name: string): Cause | undefined;
  has(name: string): boolean;
  /** What this name is remembered for stays. */
  add(name: string, cause: Cause): void;
}

/**
 * Remembers so many and no more. The names stand in a ring: a map that is asked for its oldest
 * entry each time passes over all that it has lost, and does nothing else in a long log.
 */
export function createLatestCauses<Cause>(kept: number): LatestCauses<Cause> {
  const causes = new Map<string, Cause>();
  const names: string[] = [];
  let oldest = 0;
  return {
    get: (name) => causes.get(name),
    has: (name) => causes.has(name),
    add(name, cause) {
      if (causes.has(name)) return;
      causes.set(name, cause);
      if (names.length < kept) {
        names.push(name);
        return;
      }
      causes.delete(names[oldest] as string);
      names[oldest] = name;
      oldest = (oldest + 1) % kept;
    },
  };
}
