import type { Bug } from '../bug.ts';

/** A server that does not lead takes a change of members. */
export const changeAskedOfFollower: Bug = {
  name: 'change-asked-of-follower',
  edits: [
    {
      file: 'change-membership.ts',
      find: `  if (server.role !== 'leader') return 'not-leader';
`,
      replace: `  if (server.leaderId === undefined) return 'not-leader';
`,
    },
  ],
  rules: ['log-matching', 'leader-completeness'],
  sentence:
    'Only the leader appends entries of its own, a new configuration as any other (§5.3, §6).',
  seen: [],
  scenarios: ['chaos'],
};
