import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'leader-completeness',
    confidence: 0.2,
    why: 'a follower may have vouched for what stands behind a snapshot',
  },
];

/** The answer to a snapshot vouches for the whole log. */
export const snapshotAcksWholeLog: Cause = {
  name: 'snapshot-acks-whole-log',
  title: 'The answer to a snapshot vouches for the whole log',
  harmless: false,
  explains: ['leader-completeness', 'state-machine-safety'],
  story:
    'The follower keeps the entries behind the snapshot, as it should, and tells the leader ' +
    'where its log ends. Those entries may be of an older leader. This one counts them as ' +
    'its own, commits what a majority does not have, and never sends what is missing (Raft ' +
    '§5.3, §7).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
