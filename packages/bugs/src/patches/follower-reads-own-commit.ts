import type { Bug } from '../bug.ts';

/** A follower waits for its own commitIndex. */
export const followerReadsOwnCommit: Bug = {
  name: 'follower-reads-own-commit',
  edits: [
    {
      file: 'on-read-index-response.ts',
      find: 'read.readIndex = response.readIndex',
      replace: 'read.readIndex = server.commitIndex',
    },
  ],
  rules: ['linearizable'],
  sentence:
    'A follower that serves a read waits until it has applied what the leader had committed ' +
    '(thesis §6.4).',
  seen: [],
  scenarios: ['chaos'],
};
