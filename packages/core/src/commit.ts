import { commitConfiguration } from './commit-configuration.ts';
import { tellApplied, tellCommitted } from './events/log-events.ts';
import { entryAt, lastIndex, termAt } from './log.ts';
import { hasQuorum } from './quorum.ts';
import type { Server } from './server.ts';

/**
 * The leader's commit rule (Raft §5.3, §5.4.2): the highest index that a majority holds durably,
 * provided that its entry is of the current term. Entries of older terms are committed along with
 * it, never by counting.
 */
export function commitByCounting(server: Server): void {
  for (let index = lastIndex(server.log); index > server.commitIndex; index -= 1) {
    if (termAt(server.log, index) !== server.currentTerm) return;
    const holders = holdersOf(server, index);
    if (hasQuorum(server.configuration, (id) => holders.includes(id))) {
      advanceCommit(server, index, holders);
      return;
    }
  }
}

/** Moves commitIndex forward, never back, and hands the entries over to be applied in order. */
export function advanceCommit(
  server: Server,
  to: number,
  acks: readonly string[] | undefined,
): void {
  if (to <= server.commitIndex) return;
  const from = server.commitIndex;
  server.commitIndex = to;
  tellCommitted(server, from, termAt(server.log, to), acks);
  while (server.lastApplied < server.commitIndex) {
    const entry = entryAt(server.log, server.lastApplied + 1);
    if (entry === undefined) return;
    server.lastApplied += 1;
    server.committed.push(entry);
    tellApplied(server, server.lastApplied, entry);
    if (entry.configuration !== undefined) {
      commitConfiguration(server, server.lastApplied, entry.configuration);
    }
  }
}

/**
 * Who holds the entry at `index` durably; the leader counts itself only once its disk does (thesis
 * §10.2.1).
 */
function holdersOf(server: Server, index: number): readonly string[] {
  const holders = server.durableIndex >= index ? [server.id] : [];
  for (const progress of server.progress) {
    if (progress.matchIndex >= index) holders.push(progress.peer);
  }
  return holders;
}
