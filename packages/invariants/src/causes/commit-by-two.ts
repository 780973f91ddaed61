import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { twoAcks } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'no-quorum-commit',
    when: twoAcks,
    confidence: 0.92,
    why: 'exactly two servers held what was committed',
  },
];

/** Two copies are enough to commit. */
export const commitByTwo: Cause = {
  name: 'commit-by-two',
  title: 'Two copies are enough to commit',
  harmless: false,
  explains: ['no-quorum-commit', 'leader-completeness', 'state-machine-safety'],
  story:
    'The leader commits what one follower has confirmed, instead of what a majority has. With ' +
    'three servers that is right by chance; with five a committed entry may be on two, and a ' +
    'leader can be elected without it. The majority is of the cluster (Raft §5.3).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
