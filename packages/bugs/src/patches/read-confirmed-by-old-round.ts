import type { Bug } from '../bug.ts';

/** A read does not begin a round of its own. */
export const readConfirmedByOldRound: Bug = {
  name: 'read-confirmed-by-old-round',
  edits: [
    {
      file: 'start-read.ts',
      find: `  server.readRound += 1;
`,
      replace: '',
    },
  ],
  rules: [],
  sentence: 'The round of heartbeats that confirms a read begins after the read (thesis §6.4).',
  seen: [],
  scenarios: [],
};
