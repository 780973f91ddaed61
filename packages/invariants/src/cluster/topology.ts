import type { ServerView } from './server-view.ts';

/** Who votes, and who can reach whom. */
export interface Topology {
  /** Takes the voters of the newest configuration seen. */
  declare(voters: readonly string[] | undefined): void;
  voters(): readonly string[];
  /** True once a line declared the voters. */
  declared(): boolean;
  reachable(node: string): readonly string[];
}

/** Looks at `servers`, which the tracker keeps up to date. */
export function createTopology(servers: ReadonlyMap<string, ServerView>): Topology {
  let declared: readonly string[] | undefined;
  // A trace may declare all its servers without saying which of them do not vote: they say it.
  const voters = (): readonly string[] =>
    (declared ?? [...servers.keys()]).filter((id) => servers.get(id)?.role !== 'learner');
  return {
    declare(ids) {
      if (ids !== undefined && ids.length > 0) declared = [...new Set(ids)];
    },
    voters,
    declared: () => declared !== undefined,
    reachable(node) {
      const cutOff = servers.get(node)?.cutOff;
      const side =
        cutOff === undefined ? voters() : voters().filter((id) => cutOff.side.includes(id));
      return side.filter((id) => id === node || canHear(servers.get(id), cutOff !== undefined));
    },
  };
}

/** A server hears those who are cut off together with it, or, if it is not, all who are not. */
function canHear(server: ServerView | undefined, cutOffToo: boolean): boolean {
  if (server === undefined) return true;
  return server.alive && (cutOffToo || server.cutOff === undefined);
}
