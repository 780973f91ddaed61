import type { Bug } from '../bug.ts';

/** What lies below the snapshot is taken for new. */
export const compactedPrefixAppended: Bug = {
  name: 'compacted-prefix-appended',
  edits: [
    {
      file: 'on-append-entries.ts',
      find: 'let known = Math.max(0, log.baseIndex - request.prevLogIndex);',
      replace: 'let known = 0;',
    },
  ],
  rules: ['log-matching', 'state-machine-safety', 'truncates-committed'],
  sentence:
    'Entries that are in the log already, compacted or not, are not appended again (§5.3, ' +
    '§7).',
  seen: ['willemt/raft#118 (SandTable)', 'akka-raft raft-58b (DEMi)'],
  scenarios: ['2D', 'chaos'],
};
