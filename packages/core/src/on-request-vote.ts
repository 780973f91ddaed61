import { tellVoteDenied, tellVoteGranted } from './events/vote-events.ts';
import { isUpToDate } from './log.ts';
import type { RequestVote } from './message.ts';
import { answerVote } from './send.ts';
import type { Server } from './server.ts';
import { restartElectionTimer } from './timers.ts';

/** RequestVote, receiver's part (Raft Figure 2); a newer term has already been adopted. */
export function onRequestVote(server: Server, request: RequestVote): void {
  const refusal = reasonToRefuse(server, request);
  if (refusal === undefined) {
    grant(server, request);
  } else {
    tellVoteDenied(server, request, false, refusal);
  }
  answerVote(server, request, refusal === undefined);
}

/**
 * Answers a request that must not disturb a living leader; nothing else happens (thesis §4.2.3).
 */
export function refuseDisruption(server: Server, request: RequestVote): void {
  tellVoteDenied(server, request, false, 'leader-alive');
  answerVote(server, request, false);
}

function reasonToRefuse(server: Server, request: RequestVote): string | undefined {
  if (request.term < server.currentTerm) return 'stale-term';
  if (server.votedFor !== undefined && server.votedFor !== request.from) return 'already-voted';
  if (!isUpToDate(server.log, request)) return 'log-behind';
  return undefined;
}

function grant(server: Server, request: RequestVote): void {
  if (server.votedFor !== request.from) {
    server.votedFor = request.from;
    server.stateDirty = true;
  }
  tellVoteGranted(server, request, false);
  restartElectionTimer(server, 'vote granted');
}
