import type { Bug } from '../bug.ts';

/** RequestVote is heard also right after a heartbeat. */
export const disruptiveServerHeard: Bug = {
  name: 'disruptive-server-heard',
  edits: [
    {
      file: 'leader-stickiness.ts',
      find: 'return server.settings.leaderStickiness === true && hearsLeader(server);',
      replace: 'return server.settings.leaderStickiness === true && server.currentTerm < 0;',
    },
  ],
  rules: ['election-livelock'],
  sentence:
    'A server that hears a leader within the minimum election timeout does not answer ' +
    'RequestVote (§6, thesis §4.2.3).',
  seen: ['logcabin/logcabin 4f74c25 (related)'],
  scenarios: [],
};
