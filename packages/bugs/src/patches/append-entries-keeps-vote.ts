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
  rules: [],
  sentence: 'votedFor is the vote of the current term; a newer term has none yet (Figure 2).',
  seen: ['6.824 Lab 2 notes (timothya.com)'],
  scenarios: [],
  harmless:
    'AppendEntries of a term comes from the leader that a majority has elected in it, so no ' +
    'other candidate can win that term, whatever votes are left.',
};
