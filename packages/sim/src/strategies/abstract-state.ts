import type { Server } from '@raftlens/core';

/**
 * A cluster without its numbers: what each server is, how far its term, its log and its commitIndex
 * are behind the furthest, and whether it runs at all. Which server is which does not count.
 */
export function abstractState(servers: readonly (Server | undefined)[]): string {
  let term = 0;
  let lastTerm = 0;
  let commit = 0;
  for (const server of servers) {
    if (server === undefined) continue;
    term = Math.max(term, server.currentTerm);
    lastTerm = Math.max(lastTerm, lastTermOf(server));
    commit = Math.max(commit, server.commitIndex);
  }
  const parts = servers.map((server) => {
    if (server === undefined) return 'down';
    const { role, currentTerm, votedFor, commitIndex, log } = server;
    const tail = log.baseIndex + log.entries.length - commitIndex;
    return [
      role,
      atMost(2, term - currentTerm),
      votedFor === undefined ? '' : votedFor === server.id ? 'self' : 'other',
      atMost(2, lastTerm - lastTermOf(server)),
      atMost(2, tail),
      atMost(1, commit - commitIndex),
      atMost(1, log.baseIndex),
      server.configuration.votersOutgoing.length > 0 ? 'joint' : '',
    ].join('/');
  });
  return parts.sort().join(' ');
}

function lastTermOf({ log }: Server): number {
  return log.entries[log.entries.length - 1]?.term ?? log.baseTerm;
}

function atMost(limit: number, value: number): number {
  return Math.min(value, limit);
}
