import type { Bug } from '../bug.ts';

/** The last configuration in the log is not in force yet. */
export const configurationOnCommit: Bug = {
  name: 'configuration-on-commit',
  edits: [
    {
      file: 'configurations.ts',
      find: `  server.configuration = configuration;
`,
      replace: '',
    },
    {
      file: 'commit-configuration.ts',
      find: '  server.configurationCommitted = true;',
      replace: `  server.configurationCommitted = true;
  server.configuration = configuration;`,
    },
  ],
  rules: ['election-safety', 'leader-completeness'],
  sentence: 'A server uses a configuration as soon as it is in its log, committed or not (§6).',
  seen: ['NuRaft#67'],
  scenarios: ['chaos'],
};
