import { enterConfiguration } from './configurations.ts';
import type { Entry } from './entry.ts';
import { tellAppended, tellProposed } from './events/log-events.ts';
import { append } from './log.ts';
import { reconcileProgress } from './progress.ts';
import type { Server } from './server.ts';

/** Where a proposed command will stand if it is ever committed. */
export interface Proposed {
  readonly index: number;
  readonly term: number;
}

/**
 * A client's command arrives at time `now`, ms. A leader appends it to its log and replicates it
 * (Raft §5.3); any other server, and a leader that hands leadership over (thesis §3.10), does
 * nothing and returns undefined. `hash` names the command in traces. Commands that are proposed
 * before the next `takeEffects` travel together (thesis §10.2.1).
 */
export function propose(
  server: Server,
  command: unknown,
  hash: string,
  now: number,
): Proposed | undefined {
  server.now = now;
  if (server.role !== 'leader') return undefined;
  if (server.transfer !== undefined) return undefined;
  const entry: Entry = { term: server.currentTerm, command, hash };
  return appendOwn(server, entry);
}

/** A leader appends an entry of its own to its log; it goes out with the next effects. */
export function appendOwn(server: Server, entry: Entry): Proposed {
  const index = append(server.log, entry);
  server.logDirtyFrom = Math.min(server.logDirtyFrom, index);
  tellProposed(server, index, entry);
  tellAppended(server, index, [entry]);
  if (entry.configuration !== undefined) {
    enterConfiguration(server, index, entry.configuration);
    reconcileProgress(server);
  }
  server.appendDue = true;
  return { index, term: entry.term };
}
