import type { Bug } from '../bug.ts';

/** A leader that nobody answers leads on for ever. */
export const noCheckQuorum: Bug = {
  name: 'no-check-quorum',
  edits: [
    {
      file: 'tick.ts',
      find: `  if (alive < majority(server.voters.length)) becomeFollower(server, 'quorum-lost');`,
      replace: `  if (alive < 1) becomeFollower(server, 'quorum-lost');`,
    },
  ],
};
