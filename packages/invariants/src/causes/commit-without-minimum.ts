import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'beyond-last',
    confidence: 0.6,
    why: 'the follower may have taken leaderCommit as it is',
  },
];

/** A follower commits beyond what it has checked. */
export const commitWithoutMinimum: Cause = {
  name: 'commit-without-minimum',
  title: 'A follower commits beyond what it has checked',
  harmless: false,
  explains: ['beyond-last', 'state-machine-safety'],
  story:
    'The follower takes leaderCommit as it is. If the request reached only a part of the ' +
    "leader's log, what stands behind it is unchecked or missing, and is applied all the " +
    'same. The minimum with the last new entry is there for this (Raft Figure 2). A leader ' +
    'that always sends its whole suffix hides the bug.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
