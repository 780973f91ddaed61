import type { Bug } from '../bug.ts';

/** Only the leader takes a new configuration into use. */
export const followersKeepConfiguration: Bug = {
  name: 'followers-keep-configuration',
  edits: [
    {
      file: 'configurations.ts',
      find: `  server.configuration = configuration;
  tell`,
      replace: `  if (server.role === 'leader') server.configuration = configuration;
  tell`,
    },
  ],
  rules: ['config-in-use', 'campaign-unapplied-config'],
  sentence:
    'Once a server has a new configuration in its log it uses it for all that it decides (§6).',
  seen: [],
  scenarios: ['chaos'],
};
