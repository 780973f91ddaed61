import type { Bug } from '../bug.ts';

/** Changes do not wait for each other. */
export const twoChangesInFlight: Bug = {
  name: 'two-changes-in-flight',
  edits: [
    {
      file: 'change-membership.ts',
      find: 'if (pendingConfiguration(server) !== undefined || isJoint(server.configuration)) {',
      replace: 'if (isJoint(server.configuration)) {',
    },
  ],
  rules: ['election-safety', 'no-quorum-commit'],
  sentence:
    'A change of the membership starts only when the one before is committed (thesis §4.1).',
  seen: ['nats-io/nats-server 434b02b', 'etcd bd3c759'],
  scenarios: [],
};
