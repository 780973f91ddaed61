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
};
