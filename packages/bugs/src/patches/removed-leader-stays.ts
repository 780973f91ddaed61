import type { Bug } from '../bug.ts';

/** The leader of a configuration without itself does not step down. */
export const removedLeaderStays: Bug = {
  name: 'removed-leader-stays',
  edits: [
    {
      file: 'effects.ts',
      find:
        'else if (!isVoter(server.configuration, server.id)) becomeFollower(server, ' +
        "'removed');",
      replace: '',
    },
  ],
  rules: ['stale-leader'],
  sentence: 'A leader that is not in the new configuration steps down once that is committed (§6).',
  seen: ['nats-io/nats-server b03093a'],
  scenarios: [],
};
