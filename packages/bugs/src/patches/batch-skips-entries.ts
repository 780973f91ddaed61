import type { Bug } from '../bug.ts';

/** What does not fit into a message is left out at the wrong end. */
export const batchSkipsEntries: Bug = {
  name: 'batch-skips-entries',
  edits: [
    {
      file: 'send.ts',
      find: 'slice(server.log, progress.nextIndex, server.settings.maxEntriesPerAppend)',
      replace: `slice(
    server.log,
    Math.max(progress.nextIndex, lastIndex(server.log) + 1 - server.settings.maxEntriesPerAppend),
    server.settings.maxEntriesPerAppend,
  )`,
    },
  ],
  rules: ['log-matching', 'state-machine-safety'],
  sentence: 'The entries of AppendEntries follow the previous one without a gap (§5.3).',
  seen: ['logcabin/logcabin cf4a659 (#160)'],
  scenarios: ['2C', 'chaos'],
};
