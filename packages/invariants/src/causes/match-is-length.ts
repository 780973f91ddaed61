import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'leader-completeness',
    confidence: 0.25,
    why: 'the leader may have counted entries that its followers never had',
  },
];

/** matchIndex is set to the length of the leader's log. */
export const matchIsLength: Cause = {
  name: 'match-is-length',
  title: "matchIndex is set to the length of the leader's log",
  harmless: false,
  explains: ['leader-completeness', 'state-machine-safety'],
  story:
    'Between the request and its answer clients have proposed more. The leader sets ' +
    'matchIndex to the end of its log and counts entries that never left. What it then ' +
    'commits can be lost. matchIndex follows from the request: prevLogIndex and the number of ' +
    "entries (the Students' Guide; Raft §5.3).",
  explain: (report, cluster) => followClues(clues, report, cluster),
};
