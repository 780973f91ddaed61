import type { EventOf } from '@raftlens/trace';
import type { ClusterView } from '../cluster/cluster-view.ts';

type Vote = EventOf<'vote.received'>;

/** The votes that candidates counted, by their own lines. */
export interface Grants {
  note(vote: Vote): void;
  /** Who voted for `node` in `term`, itself included; undefined where a line may be missing. */
  of(
    node: string,
    term: number,
  ): { readonly ids: readonly string[]; readonly last?: Vote } | undefined;
}

/** Starts with no vote; keeps those of each server's latest election. */
export function createGrants(cluster: ClusterView): Grants {
  const elections = new Map<string, { term: number; votes: Vote[] }>();
  return {
    note(vote) {
      const { node, term, granted, preVote, rpcTerm } = vote;
      if (node === undefined || term === undefined || !granted || preVote === true) return;
      if (rpcTerm !== undefined && rpcTerm !== term) return;
      const election = elections.get(node);
      if (election?.term === term) election.votes.push(vote);
      else elections.set(node, { term, votes: [vote] });
    },
    of(node, term) {
      const server = cluster.servers.get(node);
      if (server?.complete !== true || server.election?.event.term !== term) return undefined;
      const election = elections.get(node);
      const votes = election?.term === term ? election.votes : [];
      const ids = [...new Set([node, ...votes.map(({ from }) => from)])];
      const last = votes.at(-1);
      return last === undefined ? { ids } : { ids, last };
    },
  };
}
