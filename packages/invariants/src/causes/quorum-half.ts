import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { halfAcks, ownElections } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'no-quorum-commit',
    when: halfAcks,
    confidence: 0.9,
    why: 'exactly half of the voters, rounded down, held what was committed',
  },
  {
    rule: 'minority-leader',
    when: ownElections,
    confidence: 0.5,
    why: 'the winner asked in that very term, and half of the servers seems to have been enough',
  },
  {
    rule: 'election-safety',
    when: ownElections,
    confidence: 0.45,
    why:
      'both winners asked in that very term: half of the servers seems to have been ' +
      'enough for each',
  },
];

/** Half of the servers is taken for a majority. */
export const quorumHalf: Cause = {
  name: 'quorum-half',
  title: 'Half of the servers is taken for a majority',
  harmless: false,
  explains: ['minority-leader', 'election-safety', 'no-quorum-commit'],
  story:
    'Two halves need not share a server, so two leaders can win one term and two entries be ' +
    'committed at one index. With an even number of servers it is exactly half, with an odd ' +
    'number one less than a majority. A majority is ⌊n/2⌋+1 (Raft §5.2). openraft had the ' +
    'slip.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
