import { mayCampaign } from './configurations.ts';
import type { TimeoutNow } from './message.ts';
import type { Server } from './server.ts';
import { startElection } from './transitions.ts';

/**
 * The leader hands leadership over (thesis §3.10): campaign as if the election timer had fired. It
 * asks for no pre-vote, for the others still hear the leader.
 */
export function onTimeoutNow(server: Server, request: TimeoutNow): void {
  if (request.term < server.currentTerm || server.role === 'leader') return;
  if (mayCampaign(server)) startElection(server, 'transfer');
}
