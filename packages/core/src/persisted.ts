import { commitByCounting } from './commit.ts';
import type { DurableWrite } from './effects.ts';
import { tellPersisted } from './events/log-events.ts';
import type { Server } from './server.ts';
import { becomeLeader } from './transitions.ts';
import { isElected } from './votes.ts';

/** A write handed out by `takeEffects` is durable, at time `now`, ms. */
export function persisted(server: Server, write: DurableWrite, now: number): void {
  server.now = now;
  // A truncation since then has taken back part of what this write made durable.
  const durable = Math.min(write.lastLogIndex, server.logDirtyFrom - 1);
  server.durableIndex = Math.max(server.durableIndex, durable);
  tellPersisted(server, write);
  leadAlone(server, write);
  if (server.role === 'leader') commitByCounting(server);
}

/**
 * Its own vote is the majority. Others are asked once that vote is durable, so that their answers
 * show it is; a server that is alone waits for its disk, or it could forget that it led this term.
 */
function leadAlone(server: Server, { currentTerm, votedFor }: DurableWrite): void {
  if (server.role !== 'candidate' || currentTerm !== server.currentTerm) return;
  if (votedFor === server.id && isElected(server)) becomeLeader(server);
}
