import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'read-index',
    confidence: 0.4,
    why: 'a leader that has committed nothing of its term does not know what is committed',
  },
];

/** A new leader answers reads before it knows what is committed. */
export const readBeforeOwnCommit: Cause = {
  name: 'read-before-own-commit',
  title: 'A new leader answers reads before it knows what is committed',
  harmless: false,
  explains: ['read-index'],
  story:
    'A new leader holds every committed entry, and does not know yet which of them are ' +
    'committed. A read at its old commitIndex misses writes that the leader before has ' +
    'acknowledged. It waits for an entry of its own term (Raft §8). etcd repaired this twice.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
