import type { Bug } from '../bug.ts';

/** Granting does not mark the state as changed. */
export const noPersistGrant: Bug = {
  name: 'no-persist-grant',
  edits: [
    {
      file: 'on-request-vote.ts',
      find: `    server.votedFor = request.from;
    server.stateDirty = true;`,
      replace: '    server.votedFor = request.from;',
    },
  ],
  rules: ['double-vote', 'election-safety'],
  sentence: 'votedFor is updated on stable storage before responding to RequestVote (Figure 2).',
  seen: ['dragonboat (an error of saveRaftState was swallowed)'],
  scenarios: [],
};
