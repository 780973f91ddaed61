import type { Bug } from '../bug.ts';

/** The heartbeat loop of a leader is never told to end, so a deposed leader goes on with it. */
export const staleHeartbeatLoop: Bug = {
  name: 'stale-heartbeat-loop',
  edits: [
    {
      file: 'timers.ts',
      find: `  server.heartbeatDeadline = off;
  server.quorumDeadline = off;`,
      replace: `  server.quorumDeadline = off;`,
    },
  ],
  rules: ['append-from-leader-only'],
  sentence: 'Only the leader of a term sends AppendEntries in it (§5.2).',
  seen: ['6.824 Lab 2 notes (timothya.com)'],
  scenarios: ['2A', '2B', '2C', '2D', 'chaos'],
};
