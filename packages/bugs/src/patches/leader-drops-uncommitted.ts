import type { Bug } from '../bug.ts';

/** A new leader deletes what it does not know to be committed. */
export const leaderDropsUncommitted: Bug = {
  name: 'leader-drops-uncommitted',
  edits: [
    {
      file: 'transitions.ts',
      find: "  changeRole(server, 'leader', 'won-election');",
      replace: `  changeRole(server, 'leader', 'won-election');
  const last = lastIndex(server.log);
  if (last > server.commitIndex) {
    truncateFrom(server.log, server.commitIndex + 1);
    server.durableIndex = Math.min(server.durableIndex, server.commitIndex);
    server.logDirtyFrom = Math.min(server.logDirtyFrom, server.commitIndex + 1);
    tellTruncated(server, server.commitIndex + 1, last);
  }`,
    },
    {
      file: 'transitions.ts',
      find: 'import { reconcileProgress }',
      replace: `import { tellTruncated } from './events/log-events.ts';
import { lastIndex, truncateFrom } from './log.ts';
import { reconcileProgress }`,
    },
  ],
  rules: ['leader-append-only', 'leader-completeness', 'state-machine-safety'],
  sentence:
    'A leader never deletes entries of its log: those of older terms may be committed already, ' +
    'and it commits them along with its own (§5.3, §5.4.2).',
  seen: [],
  scenarios: ['2B', '2C', '2D', 'chaos'],
};
