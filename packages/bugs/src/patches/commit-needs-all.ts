import type { Bug } from '../bug.ts';

/** A majority is not enough. */
export const commitNeedsAll: Bug = {
  name: 'commit-needs-all',
  edits: [
    {
      file: 'commit.ts',
      find: 'if (hasQuorum(server.configuration, (id) => holders.includes(id))) {',
      replace: 'if (holders.length > server.progress.length) {',
    },
    {
      file: 'commit.ts',
      find: `import { hasQuorum } from './quorum.ts';
`,
      replace: '',
    },
  ],
  rules: [],
  sentence: 'A majority is enough: slow or failed servers hold nothing up (§5.1, §5.3).',
  seen: [],
  scenarios: ['2B', '2C', '2D'],
};
