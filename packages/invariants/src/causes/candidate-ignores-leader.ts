import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'election-livelock',
    confidence: 0.2,
    why: 'candidates that do not yield to a leader of their own term begin newer terms for nothing',
  },
];

/** A candidate does not yield to the leader of its own term. */
export const candidateIgnoresLeader: Cause = {
  name: 'candidate-ignores-leader',
  title: 'A candidate does not yield to the leader of its own term',
  harmless: false,
  explains: ['election-livelock'],
  story:
    'The candidate lost its term to another server and waits out its election timeout instead ' +
    'of following. It then disturbs a healthy leader with a newer term, again and again after ' +
    'each split vote. AppendEntries of at least its own term turns a candidate into a ' +
    'follower (Raft §5.2). ra had to learn it.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
