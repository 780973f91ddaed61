import { members } from './configuration.ts';
import { tellProgress } from './events/log-events.ts';
import type { Flow } from './flow-control.ts';
import { lastIndex } from './log.ts';
import type { Server } from './server.ts';

/** What a leader knows of one peer (Raft Figure 2, volatile state on leaders). */
export interface Progress {
  readonly peer: string;
  /** Index of the next entry to send. */
  nextIndex: number;
  /** Highest index known to be replicated there. */
  matchIndex: number;
  /** When the peer last answered in this term, ms; what check-quorum counts (thesis §6.2). */
  lastContact: number;
  /** Round and sending time of the latest AppendEntries that it answered (thesis §6.4, §6.4.1). */
  ackedRound: number;
  ackedSentAt: number;
  /** Flow control, as long as the settings ask for it. */
  flow: Flow;
  /** A probe is under way. */
  probing: boolean;
  /** Last indexes of the AppendEntries that are under way, oldest first. */
  inflight: number[];
  snapshotSentAt: number;
}

function createProgress(peer: string, nextIndex: number, now: number): Progress {
  return {
    peer,
    nextIndex,
    matchIndex: 0,
    lastContact: now,
    ackedRound: 0,
    ackedSentAt: Number.NEGATIVE_INFINITY,
    flow: 'probe',
    probing: false,
    inflight: [],
    snapshotSentAt: 0,
  };
}

/** One progress for every other member, no more and no fewer; new ones start at the log's end. */
export function reconcileProgress(server: Server): void {
  const known = new Map(server.progress.map((progress) => [progress.peer, progress]));
  const nextIndex = lastIndex(server.log) + 1;
  server.progress = [];
  for (const peer of members(server.configuration)) {
    if (peer === server.id) continue;
    const before = known.get(peer);
    const progress = before ?? createProgress(peer, nextIndex, server.now);
    server.progress.push(progress);
    if (before === undefined) tellProgress(server, progress, 'member');
  }
}
