import type { Server } from '@raftlens/core';

/** How a server stands: the state of Figure 2, and when it will next do something by itself. */
export interface Standing {
  readonly role: string;
  readonly currentTerm: number;
  readonly votedFor: string | undefined;
  readonly lastLogIndex: number;
  readonly lastLogTerm: number;
  readonly commitIndex: number;
  readonly lastApplied: number;
  readonly leaderId: string | undefined;
  readonly electionDeadline: number;
  readonly heartbeatDeadline: number;
  readonly quorumDeadline: number;
  readonly transferDeadline: number;
  readonly progress: readonly (number | string)[];
}

/** How a server stands now. */
export function standingOf(server: Server): Standing {
  const { log, progress } = server;
  const lasting: (number | string)[] = [];
  for (const { peer, nextIndex, matchIndex } of progress) lasting.push(peer, nextIndex, matchIndex);
  return {
    role: server.role,
    currentTerm: server.currentTerm,
    votedFor: server.votedFor,
    lastLogIndex: log.baseIndex + log.entries.length,
    lastLogTerm: log.entries[log.entries.length - 1]?.term ?? log.baseTerm,
    commitIndex: server.commitIndex,
    lastApplied: server.lastApplied,
    leaderId: server.leaderId,
    electionDeadline: server.electionDeadline,
    heartbeatDeadline: server.heartbeatDeadline,
    quorumDeadline: server.quorumDeadline,
    transferDeadline: server.transferDeadline,
    progress: lasting,
  };
}
