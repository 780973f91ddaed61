import type { Bug } from '../bug.ts';

/** The term of the request is not compared. */
export const staleSnapshotAck: Bug = {
  name: 'stale-snapshot-ack',
  edits: [
    {
      file: 'on-install-snapshot-response.ts',
      find: "if (response.requestTerm !== server.currentTerm || server.role !== 'leader') return;",
      replace: "if (server.role !== 'leader') return;",
    },
  ],
  rules: ['leader-completeness'],
  sentence: 'matchIndex counts what was confirmed in this leadership (Figure 2, §7).',
  seen: ['baidu/braft', 'sofa-jraft'],
  scenarios: [],
  harmless:
    'What a snapshot holds is committed, in this term as in any other, and an answer to it ' +
    'says no more than that the follower holds so much. A follower never loses what is ' +
    'committed, so that the answer stays true for every later leadership.',
};
