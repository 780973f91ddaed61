import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { commandsDiffer, sameTermApplied } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'log-matching',
    when: commandsDiffer,
    confidence: 0.35,
    why:
      'two logs hold different commands of one leader at one index: compacted entries ' +
      'may have been appended again',
  },
  {
    rule: 'state-machine-safety',
    when: sameTermApplied,
    confidence: 0.42,
    why:
      'different commands of one leader were applied at one index: compacted entries ' +
      'may have been appended again',
  },
  {
    rule: 'truncates-committed',
    confidence: 0.4,
    why: 'entries below the snapshot may have been taken for new',
  },
];

/** Entries that a snapshot covers are appended again. */
export const compactedPrefixAppended: Cause = {
  name: 'compacted-prefix-appended',
  title: 'Entries that a snapshot covers are appended again',
  harmless: false,
  explains: ['log-matching', 'state-machine-safety', 'truncates-committed'],
  story:
    'After compaction the follower no longer finds the entries to which an old AppendEntries ' +
    'refers. It takes them for missing, deletes what it has and appends them at wrong places. ' +
    'What lies within the snapshot is committed and agrees (Raft §7). SandTable found it in ' +
    'willemt/raft at depth 22.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
