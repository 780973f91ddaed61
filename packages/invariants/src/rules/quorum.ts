import type { PlacedConfiguration } from '../cluster/configuration-log.ts';

/** Those whose votes and answers count. */
export type Voters = Pick<PlacedConfiguration, 'voters' | 'votersOutgoing'>;

/** How many of `voters` are among `ids`. */
export function countOf(voters: readonly string[], ids: readonly string[]): number {
  let count = 0;
  for (const id of voters) if (ids.includes(id)) count += 1;
  return count;
}

/** So many of `voters` win an election or commit an entry. */
export function majorityOf(voters: readonly string[]): number {
  return Math.floor(voters.length / 2) + 1;
}

/** A majority of the voters is among `ids`; of both sets, where it is joint (Raft §6). */
export function isQuorum({ voters, votersOutgoing }: Voters, ids: readonly string[]): boolean {
  if (countOf(voters, ids) < majorityOf(voters)) return false;
  if (votersOutgoing.length === 0) return true;
  return countOf(votersOutgoing, ids) >= majorityOf(votersOutgoing);
}

/** A server votes in this configuration. */
export function votesIn({ voters, votersOutgoing }: Voters, id: string): boolean {
  return voters.includes(id) || votersOutgoing.includes(id);
}

/** Both hold the same ids, in whatever order. */
export function sameServers(left: readonly string[], right: readonly string[]): boolean {
  const ids = new Set(left);
  return ids.size === new Set(right).size && right.every((id) => ids.has(id));
}

/** `n1, n2 and n3` of C_new, and those of C_old where it is joint. */
export function votersText({ voters, votersOutgoing }: Voters): string {
  const incoming = `{${voters.join(' ')}}`;
  return votersOutgoing.length === 0 ? incoming : `{${votersOutgoing.join(' ')}} and ${incoming}`;
}
