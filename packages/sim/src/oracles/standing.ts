import type { Server } from '@raftlens/core';

/** How a server stands: plain values only, the state of Figure 2 first. */
export type Standing = Readonly<Record<string, unknown>>;

/** How a server stands now: what it knows, and when it will next do something by itself. */
export function standingOf(server: Server): Standing {
  const { log } = server;
  return {
    role: server.role,
    currentTerm: server.currentTerm,
    votedFor: server.votedFor,
    lastLogIndex: log.baseIndex + log.entries.length,
    lastLogTerm: log.entries[log.entries.length - 1]?.term ?? log.baseTerm,
    commitIndex: server.commitIndex,
    lastApplied: server.lastApplied,
    leaderId: server.leaderId,
    baseIndex: log.baseIndex,
    durableIndex: server.durableIndex,
    configuration: server.configuration,
    votesGranted: server.votesGranted.size,
    progress: server.progress,
    electionDeadline: server.electionDeadline,
    heartbeatDeadline: server.heartbeatDeadline,
    quorumDeadline: server.quorumDeadline,
    transferDeadline: server.transferDeadline,
    readDeadline: server.readDeadline,
    leaderHeardAt: server.leaderHeardAt,
    transfer: server.transfer,
    leaseForfeited: server.leaseForfeited,
    readRound: server.readRound,
  };
}
