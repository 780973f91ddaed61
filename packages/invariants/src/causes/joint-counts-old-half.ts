import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'joint-majorities',
    confidence: 0.5,
    why: 'the old voters alone may have decided',
  },
];

/** A joint membership asks the old voters alone. */
export const jointCountsOldHalf: Cause = {
  name: 'joint-counts-old-half',
  title: 'A joint membership asks the old voters alone',
  harmless: false,
  explains: ['joint-majorities', 'leader-completeness'],
  story:
    'During a change the old voters decide alone, although those who have the new ' +
    'configuration already may decide by themselves, too. What the old ones commit need not ' +
    'be on any majority of the new ones, and is lost when these take over. Both majorities ' +
    'are needed (Raft §6).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
