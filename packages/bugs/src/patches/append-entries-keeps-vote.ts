import type { Bug } from '../bug.ts';

/** A newer term that comes with AppendEntries is adopted without forgetting the old vote. */
export const appendEntriesKeepsVote: Bug = {
  name: 'append-entries-keeps-vote',
  edits: [
    {
      file: 'transitions.ts',
      find: `  server.currentTerm = term;
  server.votedFor = undefined;`,
      replace: `  server.currentTerm = term;
  if (cause !== 'AppendEntries') server.votedFor = undefined;`,
    },
  ],
};
