import type { Bug } from '../bug.ts';

/** A follower whose window is full is not spoken to at all. */
export const pausedPeerUnheard: Bug = {
  name: 'paused-peer-unheard',
  edits: [
    {
      file: 'send.ts',
      find: 'if (isPaused(server, progress)) sendHeartbeat(server, progress);',
      replace: 'if (isPaused(server, progress)) continue;',
    },
  ],
  rules: [],
  sentence:
    'Leaders send periodic heartbeats to all followers, whatever else they send or hold back ' +
    '(§5.2, thesis §10.2.1).',
  seen: ['WRaft (SandTable)', 'etcd 1ee3589 (related)'],
  scenarios: ['chaos'],
};
