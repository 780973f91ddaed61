import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'lease-read',
    when: ({ message }) => message.includes('to campaign'),
    confidence: 0.9,
    why: 'a lease is good for nothing once the leader itself has called an election',
  },
];

/** A leader reads by its lease after it handed leadership over. */
export const leaseSurvivesTransfer: Cause = {
  name: 'lease-survives-transfer',
  title: 'A leader reads by its lease after it handed leadership over',
  harmless: false,
  explains: ['lease-read'],
  story:
    'The leader tells another server to stand at once, and goes on answering reads by a lease ' +
    'that presumes that nobody does. Both answer for a while, one of them from old state. ' +
    'Whoever tells a server to stand gives up its lease (thesis §6.4.1).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
