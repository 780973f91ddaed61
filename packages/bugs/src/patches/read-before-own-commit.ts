import type { Bug } from '../bug.ts';

/** A read takes commitIndex as it is, whatever term it is of. */
export const readBeforeOwnCommit: Bug = {
  name: 'read-before-own-commit',
  edits: [
    {
      file: 'start-read.ts',
      find: `  if (termAt(server.log, server.commitIndex) !== server.currentTerm) return false;
`,
      replace: '',
    },
  ],
  rules: [],
  sentence:
    'A leader knows which entries are committed only once it has committed one of its own ' +
    'term (§8, thesis §6.4).',
  seen: ['etcd 3189a66', 'etcd f9382a4'],
  scenarios: [],
};
