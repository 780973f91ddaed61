import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { commandsDiffer, sameTermApplied } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'log-matching',
    when: commandsDiffer,
    confidence: 0.42,
    why:
      'two logs hold different commands of one leader at one index: one of them may ' +
      'have closed a gap',
  },
  {
    rule: 'state-machine-safety',
    when: sameTermApplied,
    confidence: 0.35,
    why: 'different commands of one leader were applied at one index: a log may have closed a gap',
  },
  { rule: 'log-matching', confidence: 0.3, why: 'entries may have been appended behind a gap' },
  {
    rule: 'beyond-last',
    confidence: 0.35,
    why: 'entries may have been accepted beyond the end of the log',
  },
];

/** Entries beyond the end of the log are accepted. */
export const gapAccepted: Cause = {
  name: 'gap-accepted',
  title: 'Entries beyond the end of the log are accepted',
  harmless: false,
  explains: ['log-matching', 'state-machine-safety', 'beyond-last'],
  story:
    'A follower that missed a message accepts the next one and appends its entries right ' +
    'behind its short log: they stand at wrong positions from then on. A log that does not ' +
    'reach the previous index is refused (Raft Figure 2).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
