import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'lease-read',
    confidence: 0.3,
    why: 'a lease may have come back when a transfer was given up',
  },
];

/** A lease comes back when a transfer is given up. */
export const leaseBackAfterTransfer: Cause = {
  name: 'lease-back-after-transfer',
  title: 'A lease comes back when a transfer is given up',
  harmless: false,
  explains: ['lease-read', 'linearizable'],
  story:
    'The leader gives a transfer up and trusts its lease again. The message that tells the ' +
    'target to campaign may still be under way, and that election is heard by everybody at ' +
    'once, leases or not. The old leader then reads from a state that is over (thesis ' +
    '§6.4.1).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
