import type { Bug } from '../bug.ts';

/** The timer starts again also for a leader of the past. */
export const staleAppendResetsTimer: Bug = {
  name: 'stale-append-resets-timer',
  edits: [
    {
      file: 'on-append-entries.ts',
      find: "    tellAppendRejected(server, request, 'stale-term', undefined);",
      replace: `    if (server.role !== 'leader') restartElectionTimer(server, 'old append');
    tellAppendRejected(server, request, 'stale-term', undefined);`,
    },
  ],
  rules: ['no-leader'],
  sentence:
    'Only AppendEntries of the current leader keeps a follower from standing (§5.2, Figure ' +
    '2).',
  seen: ["Students' Guide to Raft", 'nats-io/nats-server be84a56'],
  scenarios: [],
};
