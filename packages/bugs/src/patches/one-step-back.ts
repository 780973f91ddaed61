import type { Bug } from '../bug.ts';

/** A refusal lowers nextIndex by one, whatever it says. */
export const oneStepBack: Bug = {
  name: 'one-step-back',
  edits: [
    {
      file: 'on-append-entries-response.ts',
      find: '  const retry = retryIndex(server.log, response);',
      replace: '  const retry = response.prevLogIndex;',
    },
  ],
  rules: ['backoff-stuck'],
  sentence:
    'The follower says where its conflicting term begins, and the leader skips all of it at ' +
    'once (§5.3).',
  seen: [],
  scenarios: ['chaos'],
};
