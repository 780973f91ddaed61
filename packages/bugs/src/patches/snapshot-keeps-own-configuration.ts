import type { Bug } from '../bug.ts';

/** A snapshot that is installed brings no configuration. */
export const snapshotKeepsOwnConfiguration: Bug = {
  name: 'snapshot-keeps-own-configuration',
  edits: [
    {
      file: 'on-install-snapshot.ts',
      find: '    { index, configuration: snapshot.configuration },',
      replace: '    { index, configuration: server.configuration },',
    },
  ],
  rules: ['config-in-use', 'change-before-own-commit'],
  sentence:
    'A snapshot carries the configuration of its last index, and whoever installs it uses ' +
    'that (§7, §6).',
  seen: [],
  scenarios: ['chaos'],
};
