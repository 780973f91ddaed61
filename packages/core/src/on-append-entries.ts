import { advanceCommit } from './commit.ts';
import { enterConfiguration, leaveConfigurations } from './configurations.ts';
import type { Entry } from './entry.ts';
import {
  tellAppendAccepted,
  tellAppended,
  tellAppendRejected,
  tellTruncated,
} from './events/log-events.ts';
import { append, type Log, lastIndex, termAt, truncateFrom } from './log.ts';
import type { AppendEntries } from './message.ts';
import { answerAppend } from './send.ts';
import type { Server } from './server.ts';
import { restartElectionTimer } from './timers.ts';
import { becomeFollower, recognizeLeader } from './transitions.ts';

/** AppendEntries, receiver's part (Raft Figure 2); a newer term has already been adopted. */
export function onAppendEntries(server: Server, request: AppendEntries): void {
  if (request.term < server.currentTerm) {
    tellAppendRejected(server, request, 'stale-term', undefined);
    answerAppend(server, request, {
      success: false,
      matchIndex: 0,
      conflictIndex: 0,
      conflictTerm: 0,
    });
    return;
  }
  becomeFollower(server, 'leader-discovered');
  recognizeLeader(server, request.from);
  server.leaderHeardAt = server.now;
  restartElectionTimer(server, 'append received');
  if (matches(server.log, request)) {
    accept(server, request);
  } else {
    reject(server, request);
  }
}

/**
 * The log has the entry before the new ones; what is compacted away is committed and agrees anyhow.
 */
function matches(log: Log, request: AppendEntries): boolean {
  if (request.prevLogIndex < log.baseIndex) return true;
  return termAt(log, request.prevLogIndex) === request.prevLogTerm;
}

function accept(server: Server, request: AppendEntries): void {
  storeEntries(server, request);
  const lastNewIndex = request.prevLogIndex + request.entries.length;
  tellAppendAccepted(server, request, lastNewIndex);
  advanceCommit(server, Math.min(request.leaderCommit, lastNewIndex), undefined);
  answerAppend(server, request, {
    success: true,
    matchIndex: lastNewIndex,
    conflictIndex: 0,
    conflictTerm: 0,
  });
}

/**
 * Rules 3 and 4 of Figure 2: an entry that conflicts goes, with all that follow it; entries that
 * are there already stay, and so does what stands behind them, for the request may be an old one.
 */
function storeEntries(server: Server, request: AppendEntries): void {
  const { log } = server;
  let known = Math.max(0, log.baseIndex - request.prevLogIndex);
  let index = request.prevLogIndex + 1 + known;
  while (known < request.entries.length && termAt(log, index) === request.entries[known]?.term) {
    known += 1;
    index += 1;
  }
  if (known >= request.entries.length) return;
  if (index <= lastIndex(log)) truncate(server, index);
  const fresh = request.entries.slice(known);
  for (const entry of fresh) append(log, entry);
  server.logDirtyFrom = Math.min(server.logDirtyFrom, index);
  tellAppended(server, index, fresh);
  enterConfigurations(server, index, fresh);
}

function truncate(server: Server, fromIndex: number): void {
  const last = lastIndex(server.log);
  truncateFrom(server.log, fromIndex);
  server.durableIndex = Math.min(server.durableIndex, fromIndex - 1);
  tellTruncated(server, fromIndex, last);
  leaveConfigurations(server, fromIndex);
}

function enterConfigurations(server: Server, from: number, entries: readonly Entry[]): void {
  let index = from;
  for (const { configuration } of entries) {
    if (configuration !== undefined) enterConfiguration(server, index, configuration);
    index += 1;
  }
}

function reject(server: Server, request: AppendEntries): void {
  const hint = conflictHint(server.log, request.prevLogIndex);
  const cause = hint.conflictTerm === 0 ? 'log-too-short' : 'term-mismatch';
  tellAppendRejected(server, request, cause, hint);
  answerAppend(server, request, { success: false, matchIndex: 0, ...hint });
}

/** Where the leader should try next: the first index of the conflicting term (Raft §5.3, end). */
function conflictHint(
  log: Log,
  prevLogIndex: number,
): { readonly conflictIndex: number; readonly conflictTerm: number } {
  const conflictTerm = termAt(log, prevLogIndex);
  if (conflictTerm === undefined) return { conflictIndex: lastIndex(log) + 1, conflictTerm: 0 };
  let conflictIndex = prevLogIndex;
  while (conflictIndex > log.baseIndex + 1 && termAt(log, conflictIndex - 1) === conflictTerm) {
    conflictIndex -= 1;
  }
  return { conflictIndex, conflictTerm };
}
