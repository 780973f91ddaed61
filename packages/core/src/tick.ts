import { tellTimerExpired } from './events/timer-events.ts';
import { majority } from './quorum.ts';
import { broadcastAppend } from './send.ts';
import type { Server } from './server.ts';
import { noteElectionTimeout, restartHeartbeatTimer, restartQuorumTimer } from './timers.ts';
import { becomeFollower, startElection, startPreVote } from './transitions.ts';

/** The clock says `now` (ms): whatever timer is due fires. Calling it too often does no harm. */
export function tick(server: Server, now: number): void {
  server.now = now;
  if (now >= server.electionDeadline) {
    noteElectionTimeout(server);
    if (server.settings.preVote) startPreVote(server);
    else startElection(server);
  }
  if (now >= server.quorumDeadline) checkQuorum(server);
  if (now >= server.heartbeatDeadline) heartbeat(server);
}

function heartbeat(server: Server): void {
  tellTimerExpired(server, 'heartbeat', server.settings.heartbeatIntervalMs);
  restartHeartbeatTimer(server);
  broadcastAppend(server);
}

/** A leader that a majority has not answered for an election timeout steps down (thesis §6.2). */
function checkQuorum(server: Server): void {
  const windowMs = server.settings.electionTimeoutMs[1];
  tellTimerExpired(server, 'quorum-check', windowMs);
  const since = server.now - windowMs;
  const alive = server.progress.filter((progress) => progress.lastContact > since).length + 1;
  restartQuorumTimer(server);
  if (alive < majority(server.voters.length)) becomeFollower(server, 'quorum-lost');
}
