import type { Bug } from '../bug.ts';

/** A snapshot names the newest configuration. */
export const snapshotNamesNewestConfiguration: Bug = {
  name: 'snapshot-names-newest-configuration',
  edits: [
    {
      file: 'compact.ts',
      find: 'const configuration = configurationAt(server, taken.index);',
      replace: 'const { configuration } = server;',
    },
    {
      file: 'compact.ts',
      find: 'import { configurationAt, forgetConfigurations }',
      replace: 'import { forgetConfigurations }',
    },
  ],
  rules: ['snapshot-configuration', 'single-server-step'],
  sentence: 'A snapshot holds the latest configuration as of its last included index (§7).',
  seen: [],
  scenarios: ['chaos'],
};
