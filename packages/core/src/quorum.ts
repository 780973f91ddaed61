import type { Configuration } from './configuration.ts';

/** How many of `count` voters make a majority (Raft §5.2). */
export function majority(count: number): number {
  return Math.floor(count / 2) + 1;
}

/**
 * Enough voters `has` it: a majority, and of both sets while the configuration is joint (Raft §6).
 */
export function hasQuorum(configuration: Configuration, has: (id: string) => boolean): boolean {
  return (
    hasMajority(configuration.voters, has) &&
    (configuration.votersOutgoing.length === 0 || hasMajority(configuration.votersOutgoing, has))
  );
}

function hasMajority(voters: readonly string[], has: (id: string) => boolean): boolean {
  let count = 0;
  for (const id of voters) if (has(id)) count += 1;
  return count >= majority(voters.length);
}
