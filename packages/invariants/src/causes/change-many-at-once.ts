import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'single-server-step',
    confidence: 0.8,
    why: 'several voters change at once, and no joint configuration leads there',
  },
];

/** Several servers are exchanged in one step. */
export const changeManyAtOnce: Cause = {
  name: 'change-many-at-once',
  title: 'Several servers are exchanged in one step',
  harmless: false,
  explains: ['election-safety', 'no-quorum-commit', 'single-server-step'],
  story:
    'Peers are added together, without a joint configuration between. The old majority and ' +
    'the new one need not share a server, and during a partition each elects a leader. Larger ' +
    'changes go through a configuration that needs both majorities (Raft §6). NATS added all ' +
    'at once.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
