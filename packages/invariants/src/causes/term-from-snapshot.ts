import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { sameLife } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'term-monotonic',
    when: sameLife,
    confidence: 0.35,
    why: 'the term fell while the server ran: a snapshot may have set it',
  },
];

/** The current term is taken from a snapshot. */
export const termFromSnapshot: Cause = {
  name: 'term-from-snapshot',
  title: 'The current term is taken from a snapshot',
  harmless: false,
  explains: ['term-monotonic', 'double-vote'],
  story:
    'The last entry of a snapshot is older than the leader who sends it. The follower takes ' +
    'its term for the current one and falls back: it may vote again in terms that it has ' +
    'left. SandTable needed 39 minutes to find it in willemt/raft. The term of the request ' +
    'counts (Raft Figure 13).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
