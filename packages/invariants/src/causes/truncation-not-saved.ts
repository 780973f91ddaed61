import type { Cause } from '../cause.ts';
import { type Clue, followClues } from './clues.ts';
import { campaignAfterRestart, endsAfterRestart } from './shapes.ts';

const clues: readonly Clue[] = [
  {
    rule: 'state-machine-safety',
    when: endsAfterRestart,
    confidence: 0.45,
    why:
      'a server applied another entry after a restart: its disk may have kept a suffix ' +
      'that it had replaced',
  },
  {
    rule: 'log-matching',
    when: endsAfterRestart,
    confidence: 0.5,
    why: 'the logs part where a server restarted',
  },
  {
    rule: 'leader-completeness',
    when: campaignAfterRestart,
    confidence: 0.4,
    why: 'the new leader had restarted with an older log than it had before',
  },
];

/** A conflict is resolved in memory and not on disk. */
export const truncationNotSaved: Cause = {
  name: 'truncation-not-saved',
  title: 'A conflict is resolved in memory and not on disk',
  harmless: false,
  explains: ['state-machine-safety', 'log-matching', 'leader-completeness'],
  story:
    'New entries at the end are written, but those that take the place of deleted ones are ' +
    'not: the disk keeps the old suffix. After a restart the server holds entries that it had ' +
    'given up, in positions that others have filled and committed. Deleting and replacing are ' +
    'changes of the persistent log like any other (Raft Figure 2).',
  explain: (report, cluster) => followClues(clues, report, cluster),
};
