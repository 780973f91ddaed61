import type { Bug } from '../bug.ts';

/** On success the leader assumes that everything it has is there. */
export const matchIsLength: Bug = {
  name: 'match-is-length',
  edits: [
    {
      file: 'on-append-entries-response.ts',
      find: 'noteMatch(server, progress, response.matchIndex, ',
      replace: 'noteMatch(server, progress, lastIndex(server.log), ',
    },
  ],
  rules: ['leader-completeness', 'state-machine-safety'],
  sentence:
    'matchIndex is the last entry known to be on the follower: the previous index plus the ' +
    'entries that were sent (Figure 2, §5.3).',
  seen: ["Students' Guide to Raft", 'canonical/raft 1996d32'],
  scenarios: ['2B', '2C', '2D', 'chaos'],
};
