import type { Bug } from '../bug.ts';

/** The timer starts again also when the vote is refused. */
export const requestVoteResetsTimer: Bug = {
  name: 'request-vote-resets-timer',
  edits: [
    {
      file: 'on-request-vote.ts',
      find: '  answerVote(server, request, refusal === undefined);',
      replace: `  if (server.role !== 'leader') restartElectionTimer(server, 'vote asked');
  answerVote(server, request, refusal === undefined);`,
    },
  ],
  rules: ['election-livelock', 'no-leader'],
  sentence:
    'A follower starts an election if it neither hears the current leader nor grants a vote ' +
    'for an election timeout (Figure 2).',
  seen: ["Students' Guide to Raft", 'nats-io/nats-server 5fe8be8'],
  scenarios: [],
};
