import type { Bug } from '../bug.ts';

/** A newer term in an answer to AppendEntries changes nothing. */
export const appendResponseTermIgnored: Bug = {
  name: 'append-response-term-ignored',
  edits: [
    {
      file: 'receive.ts',
      find: 'if (message.term > server.currentTerm) {',
      replace:
        "if (message.term > server.currentTerm && message.kind !== 'AppendEntriesResponse') {",
    },
  ],
  rules: ['higher-term-ignored', 'stale-leader'],
  sentence:
    'A newer term in any request or response makes the receiver a follower of that term ' +
    '(§5.1, Figure 2).',
  seen: ['willemt/raft eb9b3e0', 'hashicorp/raft#666'],
  scenarios: ['2A', '2B', '2C', '2D', 'chaos'],
};
