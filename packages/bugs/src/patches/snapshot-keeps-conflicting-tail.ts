import type { Bug } from '../bug.ts';

/** What stands behind the snapshot stays, although the log differs there. */
export const snapshotKeepsConflictingTail: Bug = {
  name: 'snapshot-keeps-conflicting-tail',
  edits: [
    {
      file: 'on-install-snapshot.ts',
      find: 'const kept = termAt(server.log, index) === term;',
      replace: 'const kept = lastIndex(server.log) > index;',
    },
  ],
  rules: ['log-matching', 'state-machine-safety'],
  sentence:
    'Where the log does not hold the last entry of the snapshot with its term, the whole log ' +
    'is discarded (§7, Figure 13, rule 7).',
  seen: [],
  scenarios: [],
};
