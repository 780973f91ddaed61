import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'leader-append-only',
    confidence: 0.6,
    why: 'the leader deleted the end of its own log, which nothing but its own code asks for',
  },
];

/** A new leader deletes entries that it does not know to be committed. */
export const leaderDropsUncommitted: Cause = {
  name: 'leader-drops-uncommitted',
  title: 'A new leader deletes entries that it does not know to be committed',
  harmless: false,
  explains: ['leader-append-only', 'leader-completeness', 'state-machine-safety'],
  story:
    'A new leader may hold entries of older terms beyond its commitIndex. It takes them for ' +
    'leftovers and deletes them, though its predecessor may have committed them and died before ' +
    'it could tell. A leader only appends (Raft §5.3): what it holds is committed along with ' +
    'the first entry of its own term (§5.4.2).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
