import type { Bug } from '../bug.ts';

/** Behind a snapshot the leader goes on at the end of its log. */
export const snapshotSkipsRest: Bug = {
  name: 'snapshot-skips-rest',
  edits: [
    {
      file: 'send.ts',
      find: 'progress.nextIndex = snapshot.index + 1;',
      replace: 'progress.nextIndex = lastIndex(server.log) + 1;',
    },
  ],
  rules: [],
  sentence: 'After a snapshot come the entries that follow it (§7).',
  seen: [],
  scenarios: ['chaos'],
};
