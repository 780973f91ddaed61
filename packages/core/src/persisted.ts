import { commitByCounting } from './commit.ts';
import type { DurableWrite } from './effects.ts';
import { tellPersisted } from './events/log-events.ts';
import type { Server } from './server.ts';

/** A write handed out by `takeEffects` is durable, at time `now`, ms. */
export function persisted(server: Server, write: DurableWrite, now: number): void {
  server.now = now;
  // A truncation since then has taken back part of what this write made durable.
  const durable = Math.min(write.lastLogIndex, server.logDirtyFrom - 1);
  server.durableIndex = Math.max(server.durableIndex, durable);
  tellPersisted(server, write);
  if (server.role === 'leader') commitByCounting(server);
}
