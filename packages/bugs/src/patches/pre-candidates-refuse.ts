import type { Bug } from '../bug.ts';

/** A pre-candidate gives no pre-vote. */
export const preCandidatesRefuse: Bug = {
  name: 'pre-candidates-refuse',
  edits: [
    {
      file: 'on-pre-vote.ts',
      find: 'if (hearsLeader(server)) return',
      replace: `if (hearsLeader(server) || server.role === 'pre-candidate') return`,
    },
  ],
  rules: [],
  sentence:
    'A pre-vote is granted wherever the log allows it and no leader was heard (thesis §9.6).',
  seen: ['etcd 3c7359d (related)'],
  scenarios: ['chaos'],
};
