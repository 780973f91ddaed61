import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'config-in-use',
    confidence: 0.4,
    why: 'a snapshot may have left the membership as it was',
  },
];

/** An installed snapshot leaves the membership as it was. */
export const snapshotKeepsOwnConfiguration: Cause = {
  name: 'snapshot-keeps-own-configuration',
  title: 'An installed snapshot leaves the membership as it was',
  harmless: false,
  explains: ['config-in-use', 'change-before-own-commit'],
  story:
    'The follower takes over the state of the snapshot, and keeps the membership that it ' +
    'knew. The change that it missed is compacted away, so that it never learns of it: it ' +
    'campaigns and counts among servers of the past (Raft §6, §7).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
