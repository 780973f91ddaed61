import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { oldTermCommit } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'figure-8',
    confidence: 0.95,
    why: 'the leader counted copies of an entry of an older term',
  },
  {
    rule: 'leader-completeness',
    when: oldTermCommit,
    confidence: 0.9,
    why: 'what was lost had been committed by a leader of a later term than its own',
  },
];

/** Entries of older terms are committed by counting copies. */
export const commitOldTerm: Cause = {
  name: 'commit-old-term',
  title: 'Entries of older terms are committed by counting copies',
  harmless: false,
  explains: ['figure-8', 'leader-completeness', 'state-machine-safety'],
  story:
    'A new leader finds an entry of an older term on a majority and declares it committed. A ' +
    'server with a later last term can still win without it and delete it everywhere: Figure ' +
    '8. Only an entry of the own term makes those before it safe (Raft §5.4.2). It takes ' +
    'several leaders in a row, so that it was found late in many systems, in NATS as late as ' +
    '2026.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
