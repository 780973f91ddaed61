import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'reply-before-persist',
    confidence: 0.15,
    why: 'a server alone in its cluster may have led on a vote that its disk did not have',
  },
];

/** A server that is alone leads before its vote is durable. */
export const loneVoteOfOldTerm: Cause = {
  name: 'lone-vote-of-old-term',
  title: 'A server that is alone leads before its vote is durable',
  harmless: false,
  explains: ['reply-before-persist'],
  story:
    'A cluster of one needs no answer but that of its disk. The disk is slow, the ' +
    'election timer fires once more, and what then becomes durable is the vote of the ' +
    'election before. The server takes it for that of now and leads. When it dies at once ' +
    'it comes back in the older term, and leads the same term a second time with other ' +
    'entries (Raft Figure 2).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
