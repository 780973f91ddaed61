import type { Bug } from '../bug.ts';

/** Only the last entry is looked at for a majority. */
export const commitNeedsLast: Bug = {
  name: 'commit-needs-last',
  edits: [
    {
      file: 'commit.ts',
      find: `      advanceCommit(server, index, holders);
      return;
    }
`,
      replace: `      advanceCommit(server, index, holders);
    }
    return;
`,
    },
  ],
  rules: [],
  sentence:
    'The leader commits the highest index that a majority holds, not only the end of its log ' +
    '(§5.3, §5.4, Figure 2).',
  seen: [],
  scenarios: ['chaos'],
};
