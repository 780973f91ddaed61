import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { wonBefore } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'leader-completeness',
    when: wonBefore,
    confidence: 0.3,
    why: 'the leader that committed had led before: an answer of that time may have been counted',
  },
];

/** An answer of an earlier leadership is counted. */
export const staleAck: Cause = {
  name: 'stale-ack',
  title: 'An answer of an earlier leadership is counted',
  harmless: false,
  explains: ['leader-completeness', 'state-machine-safety'],
  story:
    'A leader is deposed and elected again while an answer is under way. The follower has ' +
    'dropped the entry in between, at the word of another leader, and still counts as its ' +
    "holder. Answers belong to the term of their request; the Students' Guide advises to drop " +
    'all others.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
