import type { ClusterView } from '../cluster/cluster-view.ts';

/**
 * One follower for all the rules of a cluster that want the same thing followed. Whoever of them is
 * handed a line first notes it; the follower passes over a line that it has noted already.
 */
export function sharedByCluster<Follower extends object>(
  create: (cluster: ClusterView) => Follower,
): (cluster: ClusterView) => Follower {
  const followers = new WeakMap<ClusterView, Follower>();
  return (cluster) => {
    let follower = followers.get(cluster);
    if (follower === undefined) {
      follower = create(cluster);
      followers.set(cluster, follower);
    }
    return follower;
  };
}
