import type { Bug } from '../bug.ts';

/** Whoever becomes follower forgets its uncommitted entries. */
export const stepDownDropsTail: Bug = {
  name: 'step-down-drops-tail',
  edits: [
    {
      file: 'transitions.ts',
      find: "  changeRole(server, 'follower', cause);",
      replace: `  truncateFrom(server.log, server.commitIndex + 1);
  server.durableIndex = Math.min(server.durableIndex, server.commitIndex);
  server.logDirtyFrom = Math.min(server.logDirtyFrom, server.commitIndex + 1);
  changeRole(server, 'follower', cause);`,
    },
    {
      file: 'transitions.ts',
      find: 'import { reconcileProgress }',
      replace: `import { truncateFrom } from './log.ts';
import { reconcileProgress }`,
    },
  ],
  rules: ['leader-completeness', 'state-machine-safety'],
  sentence:
    'A follower deletes entries only where they conflict with those of a leader; what it ' +
    'acknowledged stays (§5.3).',
  seen: ['microsoft/CCF#5674', 'microsoft/CCF#7620'],
  scenarios: ['2C', '2D', 'chaos'],
};
