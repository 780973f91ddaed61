import type { Bug } from '../bug.ts';

/** Heartbeats come as rarely as elections. */
export const heartbeatsTooRare: Bug = {
  name: 'heartbeats-too-rare',
  edits: [
    {
      file: 'timers.ts',
      find: 'server.heartbeatDeadline = server.now + server.settings.heartbeatIntervalMs',
      replace: 'server.heartbeatDeadline = server.now + server.settings.electionTimeoutMs[0]',
    },
  ],
  rules: ['late-heartbeat'],
  sentence: 'The broadcast time is an order of magnitude less than the election timeout (§5.6).',
  seen: ['etcd-io/etcd (tuning guide)'],
  scenarios: ['chaos'],
};
