import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'read-index',
    confidence: 0.4,
    why: 'the read is served at an index that the server has not reached',
  },
];

/** A follower answers a read before it has applied enough. */
export const readBeforeApplied: Cause = {
  name: 'read-before-applied',
  title: 'A follower answers a read before it has applied enough',
  harmless: false,
  explains: ['read-index'],
  story:
    'The follower asks the leader how far it has to be, gets the answer, and reads at once. ' +
    'Its state machine may be far behind, so that the client does not even see its own last ' +
    'write. The read waits until lastApplied has reached the index (thesis §6.4).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
