import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'lease-read',
    confidence: 0.35,
    why: 'too few servers have answered within the lease',
  },
];

/** A lease holds by the answer of one server. */
export const leaseByOnePeer: Cause = {
  name: 'lease-by-one-peer',
  title: 'A lease holds by the answer of one server',
  harmless: false,
  explains: ['lease-read', 'linearizable'],
  story:
    'Some peer has answered lately, and the leader answers reads from its own state. With ' +
    'five servers the three others may have elected another leader meanwhile, and taken ' +
    'writes that the read does not see. A lease needs the answers of a majority (thesis ' +
    '§6.4.1).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
