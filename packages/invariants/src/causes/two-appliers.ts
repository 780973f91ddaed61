import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { testerSaw } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'state-machine-safety',
    when: testerSaw,
    confidence: 0.5,
    why: 'the tester saw other values than the servers say they applied',
  },
  {
    rule: 'duplicate-apply',
    confidence: 0.6,
    why: 'entries are applied more than once',
  },
];

/** Committed entries are applied from two threads. */
export const twoAppliers: Cause = {
  name: 'two-appliers',
  title: 'Committed entries are applied from two threads',
  harmless: false,
  explains: ['state-machine-safety', 'apply-order', 'duplicate-apply'],
  story:
    'Two threads take committed entries and hand them to the state machine. They overtake ' +
    'each other as soon as several entries are committed at once, and the replicas differ. ' +
    'One thread applies, in order (Raft §5.3). The core tells the right order in its trace; ' +
    'it is the tester that sees other values.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
