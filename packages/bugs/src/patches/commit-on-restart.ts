import type { Bug } from '../bug.ts';

/** What the disk holds is committed and applied at the start. */
export const commitOnRestart: Bug = {
  name: 'commit-on-restart',
  edits: [
    {
      file: 'create-server.ts',
      find: '  tellStarted(server);',
      replace: `  tellStarted(server);
  advanceCommit(server, lastIndex(server.log), undefined);`,
    },
    {
      file: 'create-server.ts',
      find: 'import { tellStarted }',
      replace: `import { advanceCommit } from './commit.ts';
import { lastIndex } from './log.ts';
import { tellStarted }`,
    },
  ],
  rules: ['state-machine-safety', 'truncates-committed'],
  sentence:
    'commitIndex is volatile: a restarted server knows nothing as committed until its leader ' +
    'says so (Figure 2).',
  seen: ['willemt/raft 30e4688 (related)'],
  scenarios: ['2C', 'chaos'],
};
