import type { Bug } from '../bug.ts';

/** A snapshot is written together with an empty vote. */
export const snapshotOverwritesVote: Bug = {
  name: 'snapshot-overwrites-vote',
  edits: [
    {
      file: 'effects.ts',
      find: `votedFor: server.votedFor,
    fromIndex,`,
      replace: `votedFor: snapshot === undefined ? server.votedFor : undefined,
    fromIndex,`,
    },
  ],
  rules: ['double-vote', 'election-safety'],
  sentence:
    'currentTerm, votedFor and log are on stable storage before a server answers, whatever else ' +
    'is written with them (Figure 2).',
  seen: ['nats-io/nats-server 4f202b6 (related)'],
  scenarios: ['chaos'],
};
