import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { wonBefore } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'leader-completeness',
    when: wonBefore,
    confidence: 0.4,
    why:
      'the leader that committed had led before: it may have kept what it knew of its ' +
      'followers then',
  },
];

/** A new leader keeps matchIndex from its last leadership. */
export const matchKeptAcrossTerms: Cause = {
  name: 'match-kept-across-terms',
  title: 'A new leader keeps matchIndex from its last leadership',
  harmless: false,
  explains: ['leader-completeness', 'state-machine-safety'],
  story:
    'A server that leads for a second time goes on with the matchIndex of the first. In ' +
    'between other leaders have replaced entries on its followers, and yet they count. ' +
    'Entries that a minority holds are committed. Both arrays are reinitialized after ' +
    'election (Raft Figure 2).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
