import { tellVoteDenied, tellVoteGranted } from './events/vote-events.ts';
import { hearsLeader } from './leader-stickiness.ts';
import { isUpToDate } from './log.ts';
import type { PreVote } from './message.ts';
import { answerPreVote } from './send.ts';
import type { Server } from './server.ts';

/**
 * PreVote, receiver's part (thesis §9.6): would this server vote for the sender in the sender's
 * next term? Nothing of its own state changes, whatever the answer.
 */
export function onPreVote(server: Server, request: PreVote): void {
  const refusal = reasonToRefuse(server, request);
  if (refusal === undefined) tellVoteGranted(server, request, true);
  else tellVoteDenied(server, request, true, refusal);
  answerPreVote(server, request, refusal === undefined);
}

function reasonToRefuse(server: Server, request: PreVote): string | undefined {
  if (request.term < server.currentTerm) return 'stale-term';
  if (hearsLeader(server)) return 'leader-alive';
  if (!isUpToDate(server.log, request)) return 'log-behind';
  return undefined;
}
