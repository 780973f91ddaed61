import type { Bug } from '../bug.ts';

/** A read is confirmed by nobody. */
export const readWithoutQuorum: Bug = {
  name: 'read-without-quorum',
  edits: [{ file: 'start-read.ts', find: 'ackedRound >= round', replace: 'ackedRound >= 0' }],
  rules: [],
  sentence:
    'Before it answers a read the leader exchanges heartbeats with a majority (§8, thesis ' +
    '§6.4).',
  seen: ['Xraft-KV (SandTable)', 'etcd-io/etcd#20418'],
  scenarios: [],
};
