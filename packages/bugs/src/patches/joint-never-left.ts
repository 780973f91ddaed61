import type { Bug } from '../bug.ts';

/** A joint configuration stays for good. */
export const jointNeverLeft: Bug = {
  name: 'joint-never-left',
  edits: [
    {
      file: 'effects.ts',
      find: 'if (isJoint(server.configuration)) leaveJoint(server);',
      replace: 'if (isJoint(server.configuration)) return;',
    },
  ],
  rules: ['stuck-joint'],
  sentence:
    'Once the joint configuration is committed the leader goes on to the new one alone (§6).',
  seen: ['etcd-io/etcd#12136'],
  scenarios: ['chaos'],
};
