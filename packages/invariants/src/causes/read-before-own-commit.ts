import type { Cause } from '../cause.ts';

/** A new leader answers reads before it knows what is committed. */
export const readBeforeOwnCommit: Cause = {
  name: 'read-before-own-commit',
  title: 'A new leader answers reads before it knows what is committed',
  harmless: false,
  explains: [],
  story:
    'A new leader holds every committed entry, and does not know yet which of them are ' +
    'committed. A read at its old commitIndex misses writes that the leader before has ' +
    'acknowledged. It waits for an entry of its own term (Raft §8). etcd repaired this twice.',
  explain: () => undefined,
};
