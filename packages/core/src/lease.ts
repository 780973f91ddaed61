import { hasQuorum } from './quorum.ts';
import type { Server } from './server.ts';

/**
 * Nobody else can lead yet, so that the leader may answer reads without asking (thesis §6.4.1): a
 * majority has answered an AppendEntries that left less than the shortest election timeout ago, and
 * servers that heard a leader give no vote for so long. What counts is when it left, for the peer
 * may have heard it right then; the settings say by how much clocks may drift apart meanwhile.
 */
export function leaseHolds(server: Server): boolean {
  const { leaseDriftMs, electionTimeoutMs } = server.settings;
  if (leaseDriftMs === undefined || server.leaseForfeited) return false;
  const since = server.now - (electionTimeoutMs[0] - leaseDriftMs);
  return hasQuorum(server.configuration, (id) => {
    if (id === server.id) return true;
    return server.progress.some(({ peer, ackedSentAt }) => peer === id && ackedSentAt > since);
  });
}
