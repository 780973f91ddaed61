import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { sameLife } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'term-monotonic',
    when: sameLife,
    confidence: 0.4,
    why: 'the term fell while the server ran: a refusal may have reset it to that of the log',
  },
];

/** A refused AppendEntries takes the term back to that of the last entry. */
export const rejectionRevertsTerm: Cause = {
  name: 'rejection-reverts-term',
  title: 'A refused AppendEntries takes the term back to that of the last entry',
  harmless: false,
  explains: ['term-monotonic', 'double-vote'],
  story:
    'When logs do not match the follower resets itself to the state of its log, its term ' +
    'included. It then votes once more in terms that it has left, and follows leaders of the ' +
    'past. The current term is never taken from an entry (Raft §5.1). NATS corrected two of ' +
    'these.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
