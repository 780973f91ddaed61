import { appendOwn } from './propose.ts';
import type { Server } from './server.ts';

/**
 * A new leader's entry without a command: once it is committed, the leader knows how far all
 * entries are (thesis §6.4). It goes out with the first round of heartbeats.
 */
export function appendNoOp(server: Server): void {
  appendOwn(server, { term: server.currentTerm, command: undefined, hash: 'no-op' });
  server.appendDue = false;
}
