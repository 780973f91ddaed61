import type { ServerView } from './server-view.ts';

/** Who votes, and who can reach whom. */
export interface Topology {
  /** Takes the voters of the newest configuration seen. */
  declare(voters: readonly string[] | undefined): void;
  voters(): readonly string[];
  /** A server is new, or has become a learner or ceased to be one. */
  lookAgain(): void;
  /** True once a line declared the voters. */
  declared(): boolean;
  reachable(node: string, among?: readonly string[]): readonly string[];
}

/** Looks at `servers`, which the tracker keeps up to date. */
export function createTopology(servers: ReadonlyMap<string, ServerView>): Topology {
  let declared: readonly string[] | undefined;
  /** Asked for all the time, and hardly ever other ones. */
  let known: readonly string[] | undefined;
  // A trace may declare all its servers without saying which of them do not vote: they say it.
  const voters = (): readonly string[] => {
    known ??= (declared ?? [...servers.keys()]).filter((id) => servers.get(id)?.role !== 'learner');
    return known;
  };
  return {
    declare(ids) {
      if (ids === undefined || ids.length === 0) return;
      declared = [...new Set(ids)];
      known = undefined;
    },
    voters,
    lookAgain() {
      known = undefined;
    },
    declared: () => declared !== undefined,
    reachable(node, among = voters()) {
      const cutOff = servers.get(node)?.cutOff;
      const side = cutOff === undefined ? among : among.filter((id) => cutOff.side.includes(id));
      return side.filter((id) => id === node || canHear(servers.get(id), cutOff !== undefined));
    },
  };
}

/** A server hears those who are cut off together with it, or, if it is not, all who are not. */
function canHear(server: ServerView | undefined, cutOffToo: boolean): boolean {
  if (server === undefined) return true;
  return server.alive && (cutOffToo || server.cutOff === undefined);
}
