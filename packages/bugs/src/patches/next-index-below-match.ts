import type { Bug } from '../bug.ts';

/** A refusal is believed, however old it is. */
export const nextIndexBelowMatch: Bug = {
  name: 'next-index-below-match',
  edits: [
    {
      file: 'on-append-entries-response.ts',
      find: `  if (response.prevLogIndex <= progress.matchIndex) return;
`,
      replace: '',
    },
    {
      file: 'on-append-entries-response.ts',
      find: 'Math.max(progress.matchIndex + 1, Math.min(retry, response.prevLogIndex))',
      replace: 'Math.max(1, Math.min(retry, response.prevLogIndex))',
    },
  ],
  rules: [],
  sentence:
    'Everything up to matchIndex is known to be on the follower: nextIndex stays above it ' +
    '(Figure 2).',
  seen: ['willemt/raft (SandTable WRaft, depth 23)', 'tikv/raft-rs 2fbeee5'],
  scenarios: [],
};
