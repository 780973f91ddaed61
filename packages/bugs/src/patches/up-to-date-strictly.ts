import type { Bug } from '../bug.ts';

/** An equal log is refused. */
export const upToDateStrictly: Bug = {
  name: 'up-to-date-strictly',
  edits: [
    {
      file: 'log.ts',
      find: 'candidate.lastLogIndex >= lastIndex(log)',
      replace: 'candidate.lastLogIndex > lastIndex(log)',
    },
  ],
  rules: ['no-leader', 'election-livelock'],
  sentence:
    'A vote is due to a log at least as up to date as the own one: equal is enough (§5.4.1).',
  seen: [],
  scenarios: ['2A', '2B', '2C', '2D', 'chaos'],
};
