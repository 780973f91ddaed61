import type { Cause } from '../cause.ts';

/** Several servers are exchanged in one step. */
export const changeManyAtOnce: Cause = {
  name: 'change-many-at-once',
  title: 'Several servers are exchanged in one step',
  harmless: false,
  explains: ['election-safety', 'no-quorum-commit'],
  story:
    'Peers are added together, without a joint configuration between. The old majority and ' +
    'the new one need not share a server, and during a partition each elects a leader. Larger ' +
    'changes go through a configuration that needs both majorities (Raft §6). NATS added all ' +
    'at once.',
  explain: () => undefined,
};
