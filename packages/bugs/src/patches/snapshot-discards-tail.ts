import type { Bug } from '../bug.ts';

/** The whole log goes, whatever the snapshot covers. */
export const snapshotDiscardsTail: Bug = {
  name: 'snapshot-discards-tail',
  edits: [
    {
      file: 'on-install-snapshot.ts',
      find: 'const kept = termAt(server.log, index) === term;',
      replace: 'const kept = term < 0;',
    },
  ],
  rules: ['leader-completeness', 'state-machine-safety'],
  sentence:
    'Entries that follow the last one of the snapshot are retained (§7, Figure 13, rule 6).',
  seen: [],
  scenarios: ['2D'],
};
