import type { Bug } from '../bug.ts';

/** votedFor stays in memory. */
export const noPersistVote: Bug = {
  name: 'no-persist-vote',
  edits: [
    {
      file: 'effects.ts',
      find: '    votedFor: server.votedFor,',
      replace: '    votedFor: undefined,',
    },
  ],
  rules: ['double-vote', 'election-safety'],
  sentence: 'votedFor is persistent state and is on disk before the answer leaves (Figure 2).',
  seen: ['hashicorp/raft#661', 'akka-raft raft-62 (DEMi)'],
  scenarios: ['chaos'],
};
