import type { Cause } from '../cause.ts';

/** An entry is committed only when all servers have it. */
export const commitNeedsAll: Cause = {
  name: 'commit-needs-all',
  title: 'An entry is committed only when all servers have it',
  harmless: false,
  explains: [],
  story:
    'The leader waits for every follower. While all are well nobody notices; as soon as one ' +
    'is down nothing is committed any more, and the cluster bears no failure at all. A ' +
    'majority suffices (Raft §5.3).',
  explain: () => undefined,
};
