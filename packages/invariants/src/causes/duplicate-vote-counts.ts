import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { ownElections } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'minority-leader',
    when: ownElections,
    confidence: 0.35,
    why:
      'the winner asked for votes in that very term and won without enough voters: one ' +
      'voter may have been counted twice',
  },
  {
    rule: 'election-safety',
    when: ownElections,
    confidence: 0.3,
    why:
      'both winners asked for votes in that very term: a repeated reply may have been ' +
      'counted twice',
  },
];

/** Vote replies are counted, not voters. */
export const duplicateVoteCounts: Cause = {
  name: 'duplicate-vote-counts',
  title: 'Vote replies are counted, not voters',
  harmless: false,
  explains: ['minority-leader', 'election-safety'],
  story:
    'The candidate keeps a number instead of the set of its voters. When the network repeats ' +
    'a reply, or the candidate asks again, one voter counts twice, and a minority elects a ' +
    'leader. Votes belong into a set by voter (Raft §5.2). DEMi found it in akka-raft; the ' +
    'network of the lab never repeats a message and cannot show it.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
