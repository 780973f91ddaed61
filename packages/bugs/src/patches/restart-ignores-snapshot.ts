import type { Bug } from '../bug.ts';

/** The log on disk is read as if it began at index 1. */
export const restartIgnoresSnapshot: Bug = {
  name: 'restart-ignores-snapshot',
  edits: [
    {
      file: 'server.ts',
      find: 'createLog(stored?.entries, stored?.snapshot?.index, stored?.snapshot?.term)',
      replace: 'createLog(stored?.entries)',
    },
  ],
  rules: ['state-machine-safety', 'log-matching', 'term-monotonic', 'leader-completeness'],
  sentence:
    'A snapshot carries the index and term of its last entry, and the log continues there ' +
    '(§7).',
  seen: ['RedisRaft#14 (Jepsen, related)'],
  scenarios: ['2D', 'chaos'],
};
