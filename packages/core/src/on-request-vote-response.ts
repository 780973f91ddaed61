import { tellVoteReceived } from './events/vote-events.ts';
import type { RequestVoteResponse } from './message.ts';
import type { Server } from './server.ts';
import { becomeLeader } from './transitions.ts';
import { isElected } from './votes.ts';

/**
 * A vote comes in (Raft §5.2). It counts only in the term that it was asked for in, and only while
 * the server is still a candidate there: anything may have happened since the request left.
 */
export function onRequestVoteResponse(server: Server, response: RequestVoteResponse): void {
  if (response.requestTerm !== server.currentTerm) return;
  if (server.role !== 'candidate') return;
  if (response.voteGranted) server.votesGranted.add(response.from);
  tellVoteReceived(server, response, false);
  if (isElected(server)) becomeLeader(server);
}
