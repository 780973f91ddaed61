import type { Bug } from '../bug.ts';

/** A configuration of an earlier leader may still be on its way. */
export const changeBeforeOwnCommit: Bug = {
  name: 'change-before-own-commit',
  edits: [
    {
      file: 'change-membership.ts',
      find:
        `  if (termAt(server.log, server.commitIndex) !== server.currentTerm) return ` +
        `'nothing-committed-yet';
`,
      replace: '',
    },
  ],
  rules: ['election-safety', 'leader-completeness'],
  sentence:
    'A single-server change waits until the leader has committed an entry of its own term ' +
    '(thesis §4.1 and its erratum).',
  seen: ['ongardie/dissertation (erratum)', 'braft#182', 'copycat#23'],
  scenarios: [],
};
