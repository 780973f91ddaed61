import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'read-index',
    confidence: 0.5,
    why: 'no majority has answered since the read came',
  },
];

/** A leader answers reads without asking whether it still leads. */
export const readWithoutQuorum: Cause = {
  name: 'read-without-quorum',
  title: 'A leader answers reads without asking whether it still leads',
  harmless: false,
  explains: ['read-index'],
  story:
    'A leader behind a partition, or one whose process was stopped for a while, answers from ' +
    'its old state while another leader already takes writes. A round of heartbeats, or a ' +
    'lease, shows that nobody else leads (Raft §8). SandTable found stale reads in Xraft-KV ' +
    'within 15 seconds.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
