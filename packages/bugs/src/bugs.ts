import type { Bug } from './bug.ts';
import { appendEntriesKeepsVote } from './patches/append-entries-keeps-vote.ts';
import { noCheckQuorum } from './patches/no-check-quorum.ts';
import { requestVoteKeepsRole } from './patches/request-vote-keeps-role.ts';
import { requestVoteLeaderKeepsRole } from './patches/request-vote-leader-keeps-role.ts';
import { staleHeartbeatLoop } from './patches/stale-heartbeat-loop.ts';
import { staleVote } from './patches/stale-vote.ts';

/** Every bug that `raft-loop --bug` knows. A new one is one file and one line here. */
export const bugs: readonly Bug[] = [
  staleVote,
  requestVoteKeepsRole,
  requestVoteLeaderKeepsRole,
  appendEntriesKeepsVote,
  noCheckQuorum,
  staleHeartbeatLoop,
];
