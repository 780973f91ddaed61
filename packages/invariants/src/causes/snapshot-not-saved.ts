import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { endsAfterRestart, lostOwnCommit, sameTermApplied } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'leader-completeness',
    when: lostOwnCommit,
    confidence: 0.5,
    why: 'the server had committed more itself than its log held after the restart',
  },
  {
    rule: 'state-machine-safety',
    when: sameTermApplied,
    confidence: 0.28,
    why:
      'different commands of one leader were applied at one index: log and snapshot on ' +
      'disk may not fit together',
  },
  {
    rule: 'state-machine-safety',
    when: endsAfterRestart,
    confidence: 0.3,
    why:
      'a server applied another entry after a restart: log and snapshot on its disk may ' +
      'not fit together',
  },
];

/** A snapshot is never written to disk. */
export const snapshotNotSaved: Cause = {
  name: 'snapshot-not-saved',
  title: 'A snapshot is never written to disk',
  harmless: false,
  explains: ['state-machine-safety', 'log-matching', 'leader-completeness'],
  story:
    'The snapshot and the log are two files, and only one of them is written. After a restart ' +
    'they do not fit together: entries are missing between them, or stand at wrong indexes. ' +
    "Both have to be saved in one step (Raft §7; the lab's Persister takes both for this " +
    'reason).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
