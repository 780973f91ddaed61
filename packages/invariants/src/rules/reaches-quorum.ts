import type { ClusterView } from '../cluster/cluster-view.ts';
import { isQuorum, type Voters } from './quorum.ts';

/**
 * Whom a server counts: the configuration that stands last in its own log (Raft §6), which need not
 * be the one that another server has written last; all that is known of voters where its lines do
 * not tell.
 */
export function countedBy(cluster: ClusterView, node: string): Voters {
  const server = cluster.servers.get(node);
  const own = server?.complete === true ? server.configurations.at(-1) : undefined;
  return own ?? { voters: cluster.voters(), votersOutgoing: [] };
}

/** A server can reach a majority of those that it counts, as far as the harness tells. */
export function reachesQuorum(cluster: ClusterView, node: string): boolean {
  const counted = countedBy(cluster, node);
  const all = [...counted.voters, ...counted.votersOutgoing];
  return isQuorum(counted, cluster.reachable(node, all));
}
