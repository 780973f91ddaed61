import { commitByCounting } from './commit.ts';
import { tellProgress } from './events/log-events.ts';
import { noteAccepted, noteRejected } from './flow-control.ts';
import { type Log, lastIndex, termAt } from './log.ts';
import type { AppendEntriesResponse } from './message.ts';
import type { Progress } from './progress.ts';
import { sendAppend } from './send.ts';
import type { Server } from './server.ts';
import { confirmReads } from './start-read.ts';
import { tellTargetWhenReady } from './transfer-leadership.ts';

/** A follower's answer (Raft §5.3). It counts only for the leadership that asked. */
export function onAppendEntriesResponse(server: Server, response: AppendEntriesResponse): void {
  if (response.requestTerm !== server.currentTerm || server.role !== 'leader') return;
  const progress = server.progress.find((each) => each.peer === response.from);
  if (progress === undefined) return;
  progress.lastContact = server.now;
  progress.ackedRound = Math.max(progress.ackedRound, response.round);
  progress.ackedSentAt = Math.max(progress.ackedSentAt, response.sentAt);
  if (response.success) {
    noteMatch(server, progress, response.matchIndex, 'accepted');
  } else {
    onConflict(server, progress, response);
  }
  if (server.confirmingReads.length > 0) confirmReads(server);
  if (server.transfer?.target === response.from) tellTargetWhenReady(server);
}

/**
 * A follower agrees with the leader through `matchIndex`: more may be committed, more may be sent.
 */
export function noteMatch(
  server: Server,
  progress: Progress,
  matchIndex: number,
  cause: string,
): void {
  if (matchIndex > progress.matchIndex) {
    // Answers may overtake each other; what was replicated once stays so.
    progress.matchIndex = matchIndex;
    progress.nextIndex = Math.max(progress.nextIndex, matchIndex + 1);
    tellProgress(server, progress, cause);
    commitByCounting(server);
  }
  noteAccepted(server, progress, matchIndex);
  if (progress.nextIndex <= lastIndex(server.log)) sendAppend(server, progress);
}

function onConflict(server: Server, progress: Progress, response: AppendEntriesResponse): void {
  if (progress.flow === 'snapshot') return;
  // A rejection of something sent before the follower is known to have matched there is old news.
  if (response.prevLogIndex <= progress.matchIndex) return;
  if (response.prevLogIndex >= progress.nextIndex) return;
  const retry = retryIndex(server.log, response);
  progress.nextIndex = Math.max(progress.matchIndex + 1, Math.min(retry, response.prevLogIndex));
  noteRejected(server, progress);
  tellProgress(server, progress, 'rejected');
  sendAppend(server, progress);
}

/**
 * Skips a whole term of the follower's at once (Raft §5.3, end): behind the leader's last entry of
 * the conflicting term if it has one, else to where that term begins in the follower's log.
 */
function retryIndex(log: Log, response: AppendEntriesResponse): number {
  if (response.conflictTerm === 0) return response.conflictIndex;
  // What is compacted away has left the term of its last entry, which may be one to agree on.
  for (let index = response.prevLogIndex; index >= log.baseIndex; index -= 1) {
    const term = termAt(log, index);
    if (term === response.conflictTerm) return index + 1;
    if (term !== undefined && term < response.conflictTerm) break;
  }
  return response.conflictIndex;
}
