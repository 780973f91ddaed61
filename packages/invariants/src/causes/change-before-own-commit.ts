import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'change-before-own-commit',
    confidence: 0.8,
    why: 'the leader does not look whether it has committed anything of its term',
  },
];

/** A leader changes the membership before it has committed anything. */
export const changeBeforeOwnCommit: Cause = {
  name: 'change-before-own-commit',
  title: 'A leader changes the membership before it has committed anything',
  harmless: false,
  explains: ['election-safety', 'leader-completeness', 'change-before-own-commit'],
  story:
    'Two leaders in a row each change one server, starting from the same configuration, and ' +
    'neither change is known to the other. Their majorities need not meet. The erratum to the ' +
    'thesis adds the condition that a leader first commits an entry of its own term. braft ' +
    'and copycat followed after it became known.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
