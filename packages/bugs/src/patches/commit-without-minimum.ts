import type { Bug } from '../bug.ts';

/** commitIndex is leaderCommit, however short the log is. */
export const commitWithoutMinimum: Bug = {
  name: 'commit-without-minimum',
  edits: [
    {
      file: 'on-append-entries.ts',
      find: 'Math.min(request.leaderCommit, lastNewIndex)',
      replace: 'request.leaderCommit',
    },
  ],
  rules: ['beyond-last', 'state-machine-safety'],
  sentence:
    'A follower commits up to the smaller of leaderCommit and the index of the last new entry ' +
    '(Figure 2, rule 5).',
  seen: ["Students' Guide to Raft"],
  scenarios: ['2C', 'chaos'],
};
