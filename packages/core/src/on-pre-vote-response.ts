import { tellVoteReceived } from './events/vote-events.ts';
import type { PreVoteResponse } from './message.ts';
import type { Server } from './server.ts';
import { startElection } from './transitions.ts';
import { isElected } from './votes.ts';

/** A server says whether it would vote (thesis §9.6); with a majority the election begins. */
export function onPreVoteResponse(server: Server, response: PreVoteResponse): void {
  if (response.requestTerm !== server.currentTerm) return;
  if (server.role !== 'pre-candidate') return;
  if (response.voteGranted) server.votesGranted.add(response.from);
  tellVoteReceived(server, response, true);
  if (isElected(server)) startElection(server, 'election-timeout');
}
