import type { Bug } from '../bug.ts';

/** The role is not asked again when a command arrives. */
export const deposedLeaderProposes: Bug = {
  name: 'deposed-leader-proposes',
  edits: [
    {
      file: 'propose.ts',
      find: "if (server.role !== 'leader') return undefined;",
      replace: 'if (server.progress.length === 0) return undefined;',
    },
  ],
  rules: ['log-matching', 'state-machine-safety', 'leader-append-only'],
  sentence: 'Only the leader of a term creates its entries, at one index one entry (§5.3).',
  seen: ['nats-io/nats-server 13a0a6a', 'nats-io/nats-server 98c2891'],
  scenarios: ['2B', '2C', '2D', 'chaos'],
};
