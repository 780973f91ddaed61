import type { Bug } from '../bug.ts';

/** A start does not look for configurations in the log. */
export const restartForgetsConfiguration: Bug = {
  name: 'restart-forgets-configuration',
  edits: [
    {
      file: 'create-server.ts',
      find: 'if (entry.configuration === undefined) continue;',
      replace: 'if (entry.configuration === undefined || offset >= 0) continue;',
    },
  ],
  rules: ['single-server-step', 'config-in-use'],
  sentence:
    'A server uses the last configuration in its log, committed or not, also after a restart ' +
    '(§6).',
  seen: [],
  scenarios: ['chaos'],
};
