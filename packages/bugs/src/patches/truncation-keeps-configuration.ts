import type { Bug } from '../bug.ts';

/** Truncating the log leaves its configurations as they are. */
export const truncationKeepsConfiguration: Bug = {
  name: 'truncation-keeps-configuration',
  edits: [
    {
      file: 'on-append-entries.ts',
      find: `  leaveConfigurations(server, fromIndex);
`,
      replace: '',
    },
  ],
  rules: ['election-safety', 'no-quorum-commit'],
  sentence:
    'A server uses the last configuration in its log; when that entry is deleted it falls ' +
    'back to the one before (§6, thesis §4.1).',
  seen: ['nats-io/nats-server 2f60ea8', 'rabbitmq/ra 82e5ca2'],
  scenarios: [],
};
