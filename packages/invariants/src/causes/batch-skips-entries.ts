import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { commandsDiffer, previousDiffers, sameTermApplied } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'log-matching',
    when: commandsDiffer,
    confidence: 0.45,
    why:
      'two logs hold different commands of one leader at one index: a batch may have ' +
      'skipped entries',
  },
  {
    rule: 'state-machine-safety',
    when: sameTermApplied,
    confidence: 0.4,
    why:
      'different commands of one leader were applied at one index: a batch may have ' +
      'skipped entries',
  },
  {
    rule: 'log-matching',
    when: previousDiffers,
    confidence: 0.35,
    why: 'an entry stands behind another than its leader put there: a batch may have skipped some',
  },
];

/** A full batch takes the newest entries instead of the next ones. */
export const batchSkipsEntries: Cause = {
  name: 'batch-skips-entries',
  title: 'A full batch takes the newest entries instead of the next ones',
  harmless: false,
  explains: ['log-matching', 'state-machine-safety'],
  story:
    'A message holds only so many entries. At its limit the sender packs entries that do not ' +
    'follow the previous index, and the receiver files them right behind it: its log has ' +
    'other entries at those indexes than the leader. The batch begins at nextIndex (Raft ' +
    '§5.3). LogCabin packed such a batch at the edge of its size limit.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
