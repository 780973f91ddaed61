import type { Bug } from '../bug.ts';

/** The term moves before anybody said yes. */
export const preVoteRaisesTerm: Bug = {
  name: 'pre-vote-raises-term',
  edits: [
    {
      file: 'transitions.ts',
      find: "  changeRole(server, 'pre-candidate', 'election-timeout');",
      replace: `  server.currentTerm += 1;
  server.votedFor = undefined;
  server.stateDirty = true;
  changeRole(server, 'pre-candidate', 'election-timeout');`,
    },
  ],
  rules: ['election-livelock'],
  sentence: 'A server raises its term only after a majority would vote for it (thesis §9.6).',
  seen: ['rabbitmq/ra 85ddd0a'],
  scenarios: [],
};
