import type { Bug } from '../bug.ts';

/** A candidate gives its commitIndex for its last index. */
export const candidateOffersCommitIndex: Bug = {
  name: 'candidate-offers-commit-index',
  edits: [
    {
      file: 'send.ts',
      find: 'lastLogIndex: lastIndex(server.log)',
      replace: 'lastLogIndex: server.commitIndex',
    },
  ],
  rules: ['no-leader', 'election-livelock'],
  sentence: 'A candidate sends the index and term of its last log entry (§5.4.1, Figure 2).',
  seen: [],
  scenarios: ['chaos'],
};
