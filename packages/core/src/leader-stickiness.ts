import type { Message, RequestVote } from './message.ts';
import type { Server } from './server.ts';

/** A leader leads, or was heard within the shortest election timeout (thesis §4.2.3). */
export function hearsLeader(server: Server): boolean {
  if (server.role === 'leader') return true;
  return server.now - server.leaderHeardAt < server.settings.electionTimeoutMs[0];
}

/**
 * A request for votes comes while a leader is alive, for instance from a server that was removed
 * and does not know it: the term does not move and the vote is not given (thesis §4.2.3). A
 * candidate that the leader itself has sent is heard.
 */
export function isDisruptive(server: Server, message: Message): message is RequestVote {
  if (message.kind !== 'RequestVote' || message.transfer === true) return false;
  return server.settings.leaderStickiness === true && hearsLeader(server);
}

/**
 * A server that starts again may have answered a leader right before: it holds still for the
 * shortest election timeout, as if it had heard that leader now. Leases count on it (thesis
 * §6.4.1).
 */
export function rememberLeader(server: Server): void {
  if (server.settings.leaderStickiness !== true || server.currentTerm === 0) return;
  server.leaderHeardAt = server.now;
}
