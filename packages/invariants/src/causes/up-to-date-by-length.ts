import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { longerButOlder, longerButOlderLeader } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'stale-candidate-vote',
    when: longerButOlder,
    confidence: 0.9,
    why: 'the candidate had the longer log with the older last term',
  },
  {
    rule: 'leader-completeness',
    when: longerButOlderLeader,
    confidence: 0.85,
    why: 'the new leader had a log as long as what was committed, and of an older term',
  },
];

/** Voters compare only the lengths of logs. */
export const upToDateByLength: Cause = {
  name: 'up-to-date-by-length',
  title: 'Voters compare only the lengths of logs',
  harmless: false,
  explains: ['stale-candidate-vote', 'leader-completeness'],
  story:
    'A long log of an old leader that committed nothing beats the short one that holds ' +
    'committed entries of a newer term. The last terms are compared first, and lengths only ' +
    "when they are equal (Raft §5.4.1). The Students' Guide warns of it.",
  explain: (report, cluster) => followClues(clues, report, cluster),
};
