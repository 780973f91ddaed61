import type { Bug } from '../bug.ts';

/** New commands go on during a transfer. */
export const proposalsDuringTransfer: Bug = {
  name: 'proposals-during-transfer',
  edits: [
    {
      file: 'propose.ts',
      find: `  if (server.transfer !== undefined) return undefined;
`,
      replace: '',
    },
  ],
  rules: [],
  sentence:
    'The old leader stops accepting client requests before it transfers leadership (thesis ' +
    '§3.10).',
  seen: [],
  scenarios: [],
};
