import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { bothBehind, tooOldLog } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'stale-candidate-vote',
    when: bothBehind,
    confidence: 0.8,
    why: 'the candidate was behind in term and in length, and got the vote',
  },
  {
    rule: 'stale-candidate-vote',
    confidence: 0.6,
    why: 'the voter granted a candidate whose log is behind its own',
  },
  {
    rule: 'leader-completeness',
    when: tooOldLog,
    confidence: 0.4,
    why: 'the new leader won although its log was behind',
  },
];

/** Voters do not compare logs. */
export const noUpToDateCheck: Cause = {
  name: 'no-up-to-date-check',
  title: 'Voters do not compare logs',
  harmless: false,
  explains: ['stale-candidate-vote', 'leader-completeness', 'state-machine-safety'],
  story:
    'Any candidate may win, also one that lacks committed entries; as leader it makes the ' +
    'others delete them. The comparison of the last entries at each vote is what keeps ' +
    'committed entries safe (Raft §5.4.1). Lab tests that bring back a server which was away ' +
    'show it at once.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
