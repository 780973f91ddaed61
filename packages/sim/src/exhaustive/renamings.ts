import type { Renaming } from './canonical-text.ts';

/** More names than that have more renamings than they save states. */
const symmetricServersMax = 4;

/**
 * Every way to name the servers anew, the identity first. Raft treats servers alike, so a state and
 * its renamed copies have the same futures and one of them is enough (symmetry reduction). Large
 * clusters get the identity alone.
 */
export function renamings(ids: readonly string[]): readonly Renaming[] {
  const orders = ids.length > symmetricServersMax ? [ids] : permutations(ids);
  return orders.map((order) => new Map(ids.map((id, place) => [id, order[place] ?? id])));
}

function permutations(ids: readonly string[]): readonly (readonly string[])[] {
  if (ids.length === 0) return [[]];
  return ids.flatMap((first) =>
    permutations(ids.filter((id) => id !== first)).map((rest) => [first, ...rest]),
  );
}
