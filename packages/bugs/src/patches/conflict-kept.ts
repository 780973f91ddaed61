import type { Bug } from '../bug.ts';

/** Where entries differ, the follower's own stay, and it says yes. */
export const conflictKept: Bug = {
  name: 'conflict-kept',
  edits: [
    {
      file: 'on-append-entries.ts',
      find: '  if (index <= lastIndex(log)) truncate(server, index);',
      replace: '  if (index <= lastIndex(log)) return;',
    },
  ],
  rules: ['state-machine-safety', 'leader-completeness', 'log-matching'],
  sentence: "The leader's log decides: conflicting entries of a follower are replaced (§5.3).",
  seen: ['microsoft/CCF#2803'],
  scenarios: ['2B', '2C', '2D', 'chaos'],
};
