import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'config-in-use',
    confidence: 0.6,
    why: 'it has the configuration in its log, and uses the one before',
  },
];

/** A configuration holds only once it is committed. */
export const configurationOnCommit: Cause = {
  name: 'configuration-on-commit',
  title: 'A configuration holds only once it is committed',
  harmless: false,
  explains: ['election-safety', 'leader-completeness', 'config-in-use'],
  story:
    'The new membership is applied like any other command, when it is committed. A leader ' +
    'elected meanwhile counts by the old one although the new one is in its log, and the ' +
    'majorities of the two need not meet. The last configuration in the log decides (Raft ' +
    '§6). NuRaft had a leader that ignored it.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
