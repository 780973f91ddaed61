import type { Bug } from '../bug.ts';

/** Late votes of the same term elect a leader that leads already. */
export const lateVoteWinsAgain: Bug = {
  name: 'late-vote-wins-again',
  edits: [
    {
      file: 'on-request-vote-response.ts',
      find: `  if (server.role !== 'candidate') return;
`,
      replace: '',
    },
  ],
  rules: ['legal-role-edges'],
  sentence:
    'A server that has won remains leader; there is nothing more to win in that term (§5.2).',
  seen: ['openraft 511f33c'],
  scenarios: [],
  harmless:
    'A late vote of the same term can only complete a majority that this very server has in ' +
    'this term. A leader then repeats its start: matchIndex begins at 0 again, commitIndex ' +
    'never falls, and followers confirm what they hold. A server that lost the term can have ' +
    'no majority of it, so no second leader appears; one that stepped down within it may lead ' +
    'it again, which Figure 4 does not know and which harms nobody. Whoever holds each step to ' +
    'Figure 2 tells it all the same, as matchIndex falls in between.',
};
