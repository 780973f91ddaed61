import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';

const clues: readonly Clue[] = [
  {
    rule: 'append-tells-truth',
    when: ({ message }) => message.includes('prevLogTerm 0'),
    confidence: 0.95,
    why: 'an AppendEntries gives its previous entry the term 0, which no entry has',
  },
  {
    rule: 'append-tells-truth',
    confidence: 0.7,
    why: 'an AppendEntries gives its previous entry another term than the log',
  },
  {
    rule: 'snapshot-loop',
    confidence: 0.6,
    why: 'the leader sends snapshots where entries would do',
  },
];

/** The term of the last compacted entry is forgotten. */
export const compactedTermForgotten: Cause = {
  name: 'compacted-term-forgotten',
  title: 'The term of the last compacted entry is forgotten',
  harmless: false,
  explains: ['append-tells-truth', 'snapshot-loop'],
  story:
    'After a compaction the log cannot tell the term of the entry right before its first one. ' +
    'AppendEntries that begins there names no term or is refused, and the follower is never ' +
    'brought up to date. A snapshot comes with the index and the term of its last entry (Raft ' +
    '§7). etcd panicked at it; hashicorp/raft had it too.',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
