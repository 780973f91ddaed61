import type { Bug } from '../bug.ts';

/** No joint configuration for larger changes. */
export const changeManyAtOnce: Bug = {
  name: 'change-many-at-once',
  edits: [
    {
      file: 'change-membership.ts',
      find: 'added + removed > 1 ? current.voters : []',
      replace: 'added + removed > current.voters.length * 4 ? current.voters : []',
    },
  ],
  rules: ['election-safety', 'no-quorum-commit'],
  sentence:
    'A switch from one membership to another in one step can make two majorities; larger ' +
    'changes go through a joint one (§6).',
  seen: ['nats-io/nats-server 12fff3a'],
  scenarios: ['chaos'],
};
