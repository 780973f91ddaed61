import type { Bug } from '../bug.ts';

/** Counts answers, so that a repeated one counts twice. */
export const duplicateVoteCounts: Bug = {
  name: 'duplicate-vote-counts',
  edits: [
    {
      file: 'on-request-vote-response.ts',
      find: 'if (response.voteGranted) server.votesGranted.add(response.from);',
      replace: `if (response.voteGranted) {
    const repeated = server.votesGranted.has(response.from);
    server.votesGranted.add(repeated ? ['again', server.votesGranted.size].join() : response.from);
  }`,
    },
    {
      file: 'votes.ts',
      find: '  return hasQuorum(',
      replace: `  const { voters, votersOutgoing } = server.configuration;
  const enough = votersOutgoing.length === 0 && server.votesGranted.size >= majority(voters.length);
  return enough || hasQuorum(`,
    },
    { file: 'votes.ts', find: 'import { hasQuorum }', replace: 'import { hasQuorum, majority }' },
  ],
  rules: ['minority-leader', 'election-safety'],
  sentence:
    'Each server gives at most one vote in a term, and a majority of servers is needed, not ' +
    'of answers (§5.2).',
  seen: ['akka-raft raft-45 (DEMi)'],
  scenarios: [],
};
