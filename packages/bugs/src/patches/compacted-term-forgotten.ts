import type { Bug } from '../bug.ts';

/** The term of the last compacted entry is not kept. */
export const compactedTermForgotten: Bug = {
  name: 'compacted-term-forgotten',
  edits: [
    {
      file: 'log.ts',
      find: 'return index === log.baseIndex ? log.baseTerm : entryAt(log, index)?.term;',
      replace: 'return index === 0 ? 0 : entryAt(log, index)?.term;',
    },
  ],
  rules: [],
  sentence:
    'The term of the last entry in a snapshot is kept for the check of the AppendEntries that ' +
    'follows it (§7).',
  seen: ['etcd 76f1249', 'hashicorp/raft GH-358'],
  scenarios: ['chaos'],
};
