/** How far pieces get smaller: to an eighth of the list, or to single parts. */
export type Grain = 'coarse' | 'fine';

/**
 * Leaves out what can be left out of a list, largest pieces first (delta
 * debugging by complements; Zeller and Hildebrandt, "Simplifying and isolating failure-inducing
 * input", 2002).
 *
 * `parts` reads the list as it stands, since a success may drop more than was asked for; `without`
 * tries the list without some of them. Later parts are tried first: what follows depends on what
 * came before, so leaving out the end changes least.
 */
export function removeParts<Part>(
  grain: Grain,
  parts: () => readonly Part[],
  without: (left: readonly Part[]) => boolean,
): void {
  const smallest = grain === 'coarse' ? Math.max(2, parts().length / 8) : 1;
  for (let size = parts().length; size >= smallest; size = Math.floor(size / 2)) {
    let end = parts().length;
    while (end > 0) {
      const start = Math.max(0, end - size);
      const all = parts();
      without([...all.slice(0, start), ...all.slice(end)]);
      end = Math.min(start, parts().length);
    }
  }
}
