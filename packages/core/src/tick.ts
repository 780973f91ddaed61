import { mayCampaign } from './configurations.ts';
import { expireReads } from './end-reads.ts';
import { tellTimerExpired } from './events/timer-events.ts';
import { hasQuorum } from './quorum.ts';
import { broadcastAppend } from './send.ts';
import type { Server } from './server.ts';
import {
  noteElectionTimeout,
  restartElectionTimer,
  restartHeartbeatTimer,
  restartQuorumTimer,
} from './timers.ts';
import { abortTransfer } from './transfer-leadership.ts';
import { becomeFollower, startElection, startPreVote } from './transitions.ts';

/** The clock says `now` (ms): whatever timer is due fires. Calling it too often does no harm. */
export function tick(server: Server, now: number): void {
  server.now = now;
  if (now >= server.electionDeadline) {
    noteElectionTimeout(server);
    campaign(server);
  }
  if (now >= server.quorumDeadline) checkQuorum(server);
  if (now >= server.transferDeadline) abortTransfer(server);
  if (now >= server.readDeadline) expireReads(server);
  if (now >= server.heartbeatDeadline) heartbeat(server);
}

/** Only voters campaign (thesis §4.2.1); the others go on waiting. */
function campaign(server: Server): void {
  if (!mayCampaign(server)) restartElectionTimer(server, 'no voter');
  else if (server.settings.preVote) startPreVote(server);
  else startElection(server, 'election-timeout');
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
  const alive = new Set([server.id]);
  for (const progress of server.progress) {
    if (progress.lastContact > since) alive.add(progress.peer);
  }
  restartQuorumTimer(server);
  if (!hasQuorum(server.configuration, (id) => alive.has(id))) {
    becomeFollower(server, 'quorum-lost');
  }
}
