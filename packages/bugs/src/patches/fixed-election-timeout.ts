import type { Bug } from '../bug.ts';

/** No chance in the election timeout. */
export const fixedElectionTimeout: Bug = {
  name: 'fixed-election-timeout',
  edits: [
    { file: 'timers.ts', find: 'min + server.random() * (max - min)', replace: '(min + max) / 2' },
  ],
  rules: ['election-livelock', 'no-leader'],
  sentence:
    'Election timeouts are drawn at random from an interval, so that split votes are rare and ' +
    'soon over (§5.2).',
  seen: ["Students' Guide to Raft"],
  scenarios: ['2A', '2B', '2C', '2D', 'chaos'],
};
