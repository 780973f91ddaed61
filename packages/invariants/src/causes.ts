import type { Cause } from './cause.ts';
import { appendEntriesKeepsVote } from './causes/append-entries-keeps-vote.ts';
import { noCheckQuorum } from './causes/no-check-quorum.ts';
import { requestVoteKeepsRole } from './causes/request-vote-keeps-role.ts';
import { requestVoteLeaderKeepsRole } from './causes/request-vote-leader-keeps-role.ts';
import { staleHeartbeatLoop } from './causes/stale-heartbeat-loop.ts';
import { staleVote } from './causes/stale-vote.ts';

/** Every known bug. A new one is a file in `causes/` and a line here, and a patch of its name. */
export const causes: readonly Cause[] = [
  staleVote,
  requestVoteKeepsRole,
  requestVoteLeaderKeepsRole,
  appendEntriesKeepsVote,
  noCheckQuorum,
  staleHeartbeatLoop,
];
