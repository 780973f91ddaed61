import type { Progress } from './progress.ts';
import type { Server } from './server.ts';

/**
 * How entries flow to a peer under `maxInflightAppends` (thesis §10.2.1; the states are those of
 * etcd's Progress):
 *
 * ```
 *            accepted                    falls behind the log's beginning
 *   probe ─────────────► replicate            any ─────────────► snapshot
 *     ▲      rejected        │                                      │
 *     ├──────────────────────┘      installed, or an election       │
 *     └─────────────────────────────timeout without an answer───────┘
 * ```
 *
 * A probe is one message at a time, for it is not known where the logs agree. In replicate, entries
 * go out before the answers to earlier ones are in. While a snapshot is under way nothing does.
 */
export type Flow = 'probe' | 'replicate' | 'snapshot';

/** Nothing may be sent to the peer but heartbeats. Never so without `maxInflightAppends`. */
export function isPaused(server: Server, progress: Progress): boolean {
  const limit = server.settings.maxInflightAppends;
  if (limit === undefined) return false;
  if (progress.flow === 'snapshot') return true;
  // What the peer lacks is compacted away: no answer to what was sent could help it any more.
  if (progress.nextIndex <= server.log.baseIndex) return false;
  if (progress.flow === 'replicate') return progress.inflight.length >= limit;
  return progress.probing;
}

/** An AppendEntries left that ends at `lastIndex`; true when nextIndex may move on at once. */
export function noteAppendSent(
  server: Server,
  progress: Progress,
  count: number,
  lastIndex: number,
): boolean {
  if (server.settings.maxInflightAppends === undefined) return true;
  if (progress.flow !== 'replicate') {
    progress.probing = true;
    return false;
  }
  if (count > 0) progress.inflight.push(lastIndex);
  return true;
}

/** A snapshot left: the peer gets nothing else until it answers. */
export function noteSnapshotSent(server: Server, progress: Progress): void {
  if (server.settings.maxInflightAppends === undefined) return;
  progress.flow = 'snapshot';
  progress.inflight = [];
  progress.snapshotSentAt = server.now;
}

/** The peer agrees with the leader through `matchIndex`, as has been noted already. */
export function noteAccepted(server: Server, progress: Progress, matchIndex: number): void {
  if (server.settings.maxInflightAppends === undefined) return;
  progress.probing = false;
  if (progress.flow === 'replicate') {
    while ((progress.inflight[0] ?? Number.POSITIVE_INFINITY) <= matchIndex) {
      progress.inflight.shift();
    }
    return;
  }
  // An old answer says nothing about the probe, or the snapshot, that is under way.
  if (matchIndex < progress.matchIndex) return;
  if (progress.flow === 'snapshot' && matchIndex < progress.nextIndex - 1) return;
  progress.flow = 'replicate';
  progress.nextIndex = progress.matchIndex + 1;
}

/** The peer rejected an AppendEntries: where the logs agree has to be found out, step by step. */
export function noteRejected(server: Server, progress: Progress): void {
  if (server.settings.maxInflightAppends === undefined) return;
  progress.probing = false;
  progress.flow = 'probe';
  progress.inflight = [];
}

/** A snapshot that nobody has answered for an election timeout is lost: begin again. */
export function giveUpSnapshot(server: Server, progress: Progress): void {
  if (progress.flow !== 'snapshot') return;
  if (server.now - progress.snapshotSentAt < server.settings.electionTimeoutMs[1]) return;
  progress.flow = 'probe';
  progress.probing = false;
  progress.nextIndex = progress.matchIndex + 1;
}
