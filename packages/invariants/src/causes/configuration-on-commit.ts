import type { Cause } from '../cause.ts';

/** A configuration holds only once it is committed. */
export const configurationOnCommit: Cause = {
  name: 'configuration-on-commit',
  title: 'A configuration holds only once it is committed',
  harmless: false,
  explains: ['election-safety', 'leader-completeness'],
  story:
    'The new membership is applied like any other command, when it is committed. A leader ' +
    'elected meanwhile counts by the old one although the new one is in its log, and the ' +
    'majorities of the two need not meet. The last configuration in the log decides (Raft ' +
    '§6). NuRaft had a leader that ignored it.',
  explain: () => undefined,
};
