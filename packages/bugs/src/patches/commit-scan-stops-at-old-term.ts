import type { Bug } from '../bug.ts';

/** The log is searched upwards, and an entry of an older term ends the search. */
export const commitScanStopsAtOldTerm: Bug = {
  name: 'commit-scan-stops-at-old-term',
  edits: [
    {
      file: 'commit.ts',
      find: 'for (let index = lastIndex(server.log); index > server.commitIndex; index -= 1) {',
      replace:
        'for (let index = server.commitIndex + 1; index <= lastIndex(server.log); index += 1) {',
    },
    {
      file: 'commit.ts',
      find: `      advanceCommit(server, index, holders);
      return;`,
      replace: '      advanceCommit(server, index, holders);',
    },
  ],
  rules: [],
  sentence:
    'An entry of the current term on a majority commits those of older terms before it, too ' +
    '(§5.4.2).',
  seen: ['RaftOS#30 (SandTable)'],
  scenarios: ['2B', '2C', '2D', 'chaos'],
};
