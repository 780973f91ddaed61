import { hasQuorum } from './quorum.ts';
import type { Server } from './server.ts';

/** The votes of this election, or pre-election, suffice (Raft §5.2, §6). */
export function isElected(server: Server): boolean {
  return hasQuorum(server.configuration, (id) => server.votesGranted.has(id));
}
