import type { Bug } from '../bug.ts';

/** A configuration is placed one entry behind its own. */
export const configurationPlacedBehind: Bug = {
  name: 'configuration-placed-behind',
  edits: [
    {
      file: 'on-append-entries.ts',
      find: '  enterConfigurations(server, index, fresh);',
      replace: '  enterConfigurations(server, index + 1, fresh);',
    },
  ],
  rules: ['committed-configuration', 'single-server-step'],
  sentence:
    'A configuration is an entry of the log: what becomes of the entry becomes of it ' + '(§6).',
  seen: [],
  scenarios: ['chaos'],
};
