import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { commitAtStart, endsAfterRestart } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'truncates-committed',
    when: commitAtStart,
    confidence: 0.9,
    why: 'what it deleted it had declared committed at its start',
  },
  {
    rule: 'state-machine-safety',
    when: endsAfterRestart,
    confidence: 0.3,
    why:
      'a server applied another entry after a restart: it may have taken its whole log ' +
      'for committed',
  },
];

/** A restarted server takes its whole log for committed. */
export const commitOnRestart: Cause = {
  name: 'commit-on-restart',
  title: 'A restarted server takes its whole log for committed',
  harmless: false,
  explains: ['state-machine-safety', 'truncates-committed'],
  story:
    'At its start the server applies everything that it finds on disk. The end of the log may ' +
    'never have been committed; the next leader replaces it, and this server has applied ' +
    'something else. commitIndex starts at 0, or at the snapshot (Raft Figure 2).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
