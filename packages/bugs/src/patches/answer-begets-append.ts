import type { Bug } from '../bug.ts';

/** Every success is answered with one more AppendEntries. */
export const answerBegetsAppend: Bug = {
  name: 'answer-begets-append',
  edits: [
    {
      file: 'on-append-entries-response.ts',
      find: 'if (progress.nextIndex <= lastIndex(server.log)) sendAppend',
      replace: 'sendAppend',
    },
    {
      file: 'on-append-entries-response.ts',
      find: '{ type Log, lastIndex, termAt }',
      replace: '{ type Log, termAt }',
    },
  ],
  rules: ['rpc-budget'],
  sentence:
    'AppendEntries carries what a follower lacks; a heartbeat goes out when the time for it ' +
    'has come (§5.2, §5.3).',
  seen: [],
  scenarios: ['chaos'],
};
