import type { Bug } from '../bug.ts';

/** The minimum is taken with the last entry of the log, not with the last new one. */
export const commitToOwnLast: Bug = {
  name: 'commit-to-own-last',
  edits: [
    {
      file: 'on-append-entries.ts',
      find: 'Math.min(request.leaderCommit, lastNewIndex)',
      replace: 'Math.min(request.leaderCommit, lastIndex(server.log))',
    },
  ],
  rules: ['state-machine-safety', 'leader-completeness'],
  sentence:
    'A follower commits up to the smaller of leaderCommit and the index of the last new entry ' +
    '(Figure 2, rule 5).',
  seen: ["Students' Guide to Raft"],
  scenarios: [],
};
