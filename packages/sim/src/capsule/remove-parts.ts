/** How far pieces get smaller: to an eighth of the list, or to single parts. */
export type Grain = 'coarse' | 'fine';

/** A list that parts are to be left out of. */
export interface Removal<Part> {
  readonly grain: Grain;
  /** The list as it stands: a success may drop more than was asked for. */
  parts(): readonly Part[];
  /** Tries the list without some of them; true when that is the list from now on. */
  keep(parts: readonly Part[]): boolean;
  /** There is no time for more. */
  over(): boolean;
}

/**
 * Leaves out what can be left out of a list, largest pieces first (delta debugging by complements;
 * Zeller and Hildebrandt, "Simplifying and isolating failure-inducing input", 2002). Later parts
 * are tried first: what follows depends on what came before, so leaving out the end changes least.
 */
export function removeParts<Part>({ grain, parts, keep, over }: Removal<Part>): void {
  const smallest = grain === 'coarse' ? Math.max(2, parts().length / 8) : 1;
  for (let size = parts().length; size >= smallest; size = Math.floor(size / 2)) {
    let end = parts().length;
    while (end > 0 && !over()) {
      const start = Math.max(0, end - size);
      const all = parts();
      keep([...all.slice(0, start), ...all.slice(end)]);
      end = Math.min(start, parts().length);
    }
  }
}
