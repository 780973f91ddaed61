import type { Bug } from '../bug.ts';

/** Counts answers, so that a repeated one counts twice. */
export const duplicateVoteCounts: Bug = {
  name: 'duplicate-vote-counts',
  edits: [
    {
      file: 'on-request-vote-response.ts',
      find: 'server.votesGranted.add(response.from);',
      replace: 'server.votesGranted.add([response.from, server.votesGranted.size].join());',
    },
    {
      file: 'votes.ts',
      find: 'hasQuorum(server.configuration, (id) => server.votesGranted.has(id))',
      replace: 'server.votesGranted.size >= majority(server.configuration.voters.length)',
    },
    { file: 'votes.ts', find: 'import { hasQuorum }', replace: 'import { majority }' },
  ],
  rules: ['minority-leader', 'election-safety'],
  sentence:
    'Each server gives at most one vote in a term, and a majority of servers is needed, not ' +
    'of answers (§5.2).',
  seen: ['akka-raft raft-45 (DEMi)'],
  scenarios: [],
};
