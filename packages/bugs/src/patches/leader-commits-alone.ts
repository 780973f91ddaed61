import type { Bug } from '../bug.ts';

/** The own copy is enough. */
export const leaderCommitsAlone: Bug = {
  name: 'leader-commits-alone',
  edits: [
    {
      file: 'commit.ts',
      find: 'if (hasQuorum(server.configuration, (id) => holders.includes(id))) {',
      replace: 'if (holders.length > 0) {',
    },
    {
      file: 'commit.ts',
      find: `import { hasQuorum } from './quorum.ts';
`,
      replace: '',
    },
  ],
  rules: ['no-quorum-commit', 'leader-completeness', 'state-machine-safety'],
  sentence: 'An entry is committed once the leader has it on a majority of the servers (§5.3).',
  seen: [],
  scenarios: ['2B', '2C', '2D', 'chaos'],
};
