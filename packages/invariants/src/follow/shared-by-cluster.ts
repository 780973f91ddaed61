import type { ClusterView } from '../cluster/cluster-view.ts';

/**
 * One follower for all the rules of a cluster that want the same thing followed. Whoever of them is
 * handed a line first notes it; the follower passes over a line that it has noted already.
 */
export function sharedByCluster<Follower extends object>(
  create: (cluster: ClusterView) => Follower,
): (cluster: ClusterView) => Follower {
  return (cluster) => {
    // What is kept for `create` is what it made. (A WeakMap would cost the collector dearly.)
    let follower = cluster.followers.get(create) as Follower | undefined;
    if (follower === undefined) {
      follower = create(cluster);
      cluster.followers.set(create, follower);
    }
    return follower;
  };
}
