import type { Bug } from '../bug.ts';

/** A late completion of the disk is believed for entries that are gone. */
export const durablePastTruncation: Bug = {
  name: 'durable-past-truncation',
  edits: [
    {
      file: 'persisted.ts',
      find: 'Math.min(write.lastLogIndex, server.logDirtyFrom - 1)',
      replace: 'write.lastLogIndex',
    },
  ],
  rules: ['leader-completeness', 'state-machine-safety'],
  sentence: 'An entry counts once this very entry is on stable storage (Figure 2, thesis §10.2.1).',
  seen: ['openraft 2af491f (related)'],
  scenarios: [],
};
