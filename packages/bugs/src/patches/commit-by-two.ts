import type { Bug } from '../bug.ts';

/** A leader and one follower commit. */
export const commitByTwo: Bug = {
  name: 'commit-by-two',
  edits: [
    {
      file: 'commit.ts',
      find: 'if (hasQuorum(server.configuration, (id) => holders.includes(id))) {',
      replace: 'if (holders.length >= 2) {',
    },
    {
      file: 'commit.ts',
      find: `import { hasQuorum } from './quorum.ts';
`,
      replace: '',
    },
  ],
  rules: ['no-quorum-commit', 'leader-completeness', 'state-machine-safety'],
  sentence: 'An entry is committed once it is on a majority of the servers (§5.3).',
  seen: [],
  scenarios: ['2B', '2C', 'chaos'],
};
