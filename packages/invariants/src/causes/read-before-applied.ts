import type { Cause } from '../cause.ts';

/** A follower answers a read before it has applied enough. */
export const readBeforeApplied: Cause = {
  name: 'read-before-applied',
  title: 'A follower answers a read before it has applied enough',
  harmless: false,
  explains: [],
  story:
    'The follower asks the leader how far it has to be, gets the answer, and reads at once. ' +
    'Its state machine may be far behind, so that the client does not even see its own last ' +
    'write. The read waits until lastApplied has reached the index (thesis §6.4).',
  explain: () => undefined,
};
