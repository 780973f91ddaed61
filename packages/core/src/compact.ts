import { configurationAt, forgetConfigurations } from './configurations.ts';
import { tellSnapshotTaken } from './events/snapshot-events.ts';
import { compactThrough, termAt } from './log.ts';
import type { Server } from './server.ts';

/** A state machine's own snapshot, as the host hands it over. */
export interface TakenSnapshot {
  /** Last index that it covers. */
  readonly index: number;
  readonly data: unknown;
  readonly bytes: number;
}

/**
 * The state machine took a snapshot at time `now`, ms: the log up to there can go (Raft §7). A
 * snapshot older than the last one, or of entries that were never applied, is refused with false.
 */
export function compact(server: Server, taken: TakenSnapshot, now: number): boolean {
  server.now = now;
  const term = termAt(server.log, taken.index);
  if (taken.index <= server.log.baseIndex || taken.index > server.lastApplied) return false;
  if (term === undefined) return false;
  const configuration = configurationAt(server, taken.index);
  server.snapshot = { ...taken, term, configuration };
  server.snapshotDirty = true;
  compactThrough(server.log, taken.index, term);
  forgetConfigurations(server, taken.index);
  tellSnapshotTaken(server, server.snapshot);
  return true;
}
