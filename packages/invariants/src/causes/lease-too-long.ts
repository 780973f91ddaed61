import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'lease-read',
    when: ({ message }) => !message.includes('to campaign'),
    confidence: 0.4,
    why: 'the lease has outlasted the shortest election timeout',
  },
];

/** A lease outlasts the election timeout. */
export const leaseTooLong: Cause = {
  name: 'lease-too-long',
  title: 'A lease outlasts the election timeout',
  harmless: false,
  explains: ['lease-read'],
  story:
    'The leader trusts its lease longer than its followers wait. One of them stands, wins and ' +
    'takes writes while the old leader still reads from its own state. A lease is shorter ' +
    'than the shortest election timeout, less the drift of clocks (thesis §6.4.1).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
