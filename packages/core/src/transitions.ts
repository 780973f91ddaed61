import type { Role } from '@raftlens/trace';
import { appendNoOp } from './append-no-op.ts';
import { isJoint } from './configuration.ts';
import { failConfirmingReads } from './end-reads.ts';
import {
  tellElectionStarted,
  tellLeaderRecognized,
  tellRoleChanged,
  tellTermChanged,
} from './events/role-events.ts';
import { reconcileProgress } from './progress.ts';
import { broadcastAppend, requestVotes } from './send.ts';
import type { Server } from './server.ts';
import {
  restartElectionTimer,
  startLeaderTimers,
  stopElectionTimer,
  stopLeaderTimers,
} from './timers.ts';
import { endTransferWithRole } from './transfer-leadership.ts';
import { isElected } from './votes.ts';

/** Adopts a newer term: a new term has no vote yet and no known leader (Raft §5.1). */
export function adoptTerm(server: Server, term: number, cause: string, source: string): void {
  const from = server.currentTerm;
  server.currentTerm = term;
  server.votedFor = undefined;
  server.leaderId = undefined;
  server.stateDirty = true;
  tellTermChanged(server, from, cause, source);
}

/** Becomes follower in the current term; the election timer starts unless it is running already. */
export function becomeFollower(server: Server, cause: string): void {
  if (server.role === 'follower') return;
  const wasLeader = server.role === 'leader';
  changeRole(server, 'follower', cause);
  stopLeaderTimers(server);
  if (wasLeader) {
    server.leaderId = undefined;
    if (server.transfer !== undefined) endTransferWithRole(server, cause);
    if (server.confirmingReads.length > 0) failConfirmingReads(server, 'leadership-lost');
    restartElectionTimer(server, 'stepped down');
  }
}

/** Asks whether an election could be won; neither term nor vote move (thesis §9.6). */
export function startPreVote(server: Server): void {
  server.leaderId = undefined;
  changeRole(server, 'pre-candidate', 'election-timeout');
  server.votesGranted = new Set([server.id]);
  restartElectionTimer(server, 'pre-vote started');
  tellElectionStarted(server, true);
  requestVotes(server, 'PreVote', false);
  if (isElected(server)) startElection(server, 'election-timeout');
}

/**
 * Starts an election: the next term, a vote for itself, votes asked of all (Raft §5.2). Where its
 * own vote is all that it takes, the server leads once that is durable.
 */
export function startElection(server: Server, cause: 'election-timeout' | 'transfer'): void {
  const from = server.currentTerm;
  server.currentTerm += 1;
  server.votedFor = server.id;
  server.leaderId = undefined;
  server.stateDirty = true;
  tellTermChanged(server, from, 'election', undefined);
  changeRole(server, 'candidate', cause);
  stopLeaderTimers(server);
  server.votesGranted = new Set([server.id]);
  restartElectionTimer(server, 'election started');
  tellElectionStarted(server, false);
  requestVotes(server, 'RequestVote', cause === 'transfer');
}

/**
 * Becomes leader: fresh progress for every peer, and a first round of heartbeats (Raft §5.2, §5.3).
 */
export function becomeLeader(server: Server): void {
  changeRole(server, 'leader', 'won-election');
  recognizeLeader(server, server.id);
  stopElectionTimer(server);
  server.leaseForfeited = false;
  server.progress = [];
  reconcileProgress(server);
  startLeaderTimers(server);
  // Its predecessor may have committed a joint configuration and died before it left it (Raft §6).
  if (isJoint(server.configuration)) server.configurationCommitted = true;
  if (server.settings.noOpEntry === true) appendNoOp(server);
  broadcastAppend(server);
}

/** Remembers who leads this term; told once per leader. */
export function recognizeLeader(server: Server, leader: string): void {
  if (server.leaderId === leader) return;
  server.leaderId = leader;
  tellLeaderRecognized(server, leader);
}

function changeRole(server: Server, to: Role, cause: string): void {
  const from = server.role;
  server.role = to;
  if (from !== to) tellRoleChanged(server, from, cause);
}
