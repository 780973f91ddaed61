import type { Bug } from '../bug.ts';

/** Answers do not make room for more. */
export const inflightNeverFreed: Bug = {
  name: 'inflight-never-freed',
  edits: [
    {
      file: 'flow-control.ts',
      find: 'while ((progress.inflight[0] ?? Number.POSITIVE_INFINITY) <= matchIndex) {',
      replace: 'while ((progress.inflight[0] ?? Number.POSITIVE_INFINITY) < 0) {',
    },
  ],
  rules: [],
  sentence:
    'Entries are sent until the follower has them all; answers make room for the next ones ' +
    '(§5.3, thesis §10.2.1).',
  seen: ['etcd 1ee3589'],
  scenarios: [],
};
