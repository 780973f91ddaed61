import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'self-vote-first',
    confidence: 0.6,
    why: 'what was written has another vote than the one that was given',
  },
  {
    rule: 'amnesia',
    confidence: 0.5,
    why: 'a vote was forgotten over a restart',
  },
  {
    rule: 'vote-cleared-only-by-term',
    confidence: 0.8,
    why: 'a vote was on storage and is gone in the same term',
  },
];

/** Writing a snapshot wipes the vote from the disk. */
export const snapshotOverwritesVote: Cause = {
  name: 'snapshot-overwrites-vote',
  title: 'Writing a snapshot wipes the vote from the disk',
  harmless: false,
  explains: ['amnesia', 'self-vote-first', 'vote-cleared-only-by-term'],
  story:
    'The file with the snapshot replaces the one with term and vote, and the vote is not in it. ' +
    'A server that restarts in the same term votes again, and two candidates may win. Snapshot ' +
    'and persistent state are written as one, or each keeps what the other holds (Raft Figure ' +
    '2, §7).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
