import { eventNumber } from '@raftlens/trace';
import type { Entry } from '../entry.ts';
import type { AppendEntries } from '../message.ts';
import type { Progress } from '../progress.ts';
import type { Server } from '../server.ts';
import { entryIds } from './entry-ids.ts';
import { eventTime, isTold, nextSeq } from './envelope.ts';
import { holdsAcceptance } from './heartbeat-routine.ts';

// Looked up once, as these events are by far the most.
const {
  'entry.proposed': entryProposed,
  'log.appended': logAppended,
  'append.accepted': appendAccepted,
  'append.rejected': appendRejected,
  'progress.updated': progressUpdated,
  'commit.advanced': commitAdvanced,
  'entry.applied': entryApplied,
  'state.persisted': statePersisted,
} = eventNumber;

/** Tells, at the leader, that a command entered its log. */
export function tellProposed(server: Server, index: number, entry: Entry): void {
  server.watch?.proposed(server);
  if (!isTold(server, entryProposed, false)) return;
  server.observer?.(
    {
      event: 'entry.proposed',
      time: eventTime(server),
      node: server.id,
      seq: nextSeq(server),
      inc: server.incarnation,
      term: server.currentTerm,
      role: server.role,
      group: server.group,
      run: server.run,
      index,
      entryTerm: entry.term,
      hash: entry.hash,
    },
    entryProposed,
  );
}

/** Tells that entries entered the log. */
export function tellAppended(server: Server, firstIndex: number, entries: readonly Entry[]): void {
  server.watch?.appended(server, firstIndex, entries);
  if (!isTold(server, logAppended, false)) return;
  server.observer?.(
    {
      event: 'log.appended',
      time: eventTime(server),
      node: server.id,
      seq: nextSeq(server),
      inc: server.incarnation,
      term: server.currentTerm,
      role: server.role,
      group: server.group,
      run: server.run,
      firstIndex,
      entries: entryIds(entries),
    },
    logAppended,
  );
}

/** Tells that a conflicting suffix is deleted. */
export function tellTruncated(server: Server, fromIndex: number, lastIndex: number): void {
  server.watch?.truncated(server, fromIndex);
  server.observer?.({
    event: 'log.truncated',
    time: eventTime(server),
    node: server.id,
    seq: nextSeq(server),
    inc: server.incarnation,
    term: server.currentTerm,
    role: server.role,
    group: server.group,
    run: server.run,
    fromIndex,
    lastIndex,
  });
}

/** Tells, at the follower, that an AppendEntries matched. */
export function tellAppendAccepted(
  server: Server,
  request: AppendEntries,
  lastNewIndex: number,
): void {
  server.watch?.appendAccepted(server, request);
  if (holdsAcceptance(server, request, lastNewIndex)) return;
  if (!isTold(server, appendAccepted, false)) return;
  server.observer?.(
    {
      event: 'append.accepted',
      time: eventTime(server),
      node: server.id,
      seq: nextSeq(server),
      inc: server.incarnation,
      term: server.currentTerm,
      role: server.role,
      group: server.group,
      run: server.run,
      leader: request.from,
      prevLogIndex: request.prevLogIndex,
      prevLogTerm: request.prevLogTerm,
      entries: request.entries.length,
      lastNewIndex,
    },
    appendAccepted,
  );
}

/** Tells, at the follower, that an AppendEntries did not match or was stale. */
export function tellAppendRejected(
  server: Server,
  request: AppendEntries,
  cause: string,
  hint: { readonly conflictIndex: number; readonly conflictTerm: number } | undefined,
): void {
  server.watch?.appendRejected(server, cause);
  if (!isTold(server, appendRejected, false)) return;
  server.observer?.(
    {
      event: 'append.rejected',
      time: eventTime(server),
      node: server.id,
      seq: nextSeq(server),
      inc: server.incarnation,
      term: server.currentTerm,
      role: server.role,
      group: server.group,
      run: server.run,
      leader: request.from,
      prevLogIndex: request.prevLogIndex,
      prevLogTerm: request.prevLogTerm,
      entries: request.entries.length,
      cause,
      conflictIndex: hint?.conflictIndex,
      conflictTerm: hint?.conflictTerm,
    },
    appendRejected,
  );
}

/** Tells, at the leader, that what it knows of a peer moved. */
export function tellProgress(server: Server, progress: Progress, cause: string): void {
  server.watch?.progressed(server, progress, cause);
  if (!isTold(server, progressUpdated, false)) return;
  const news = server.routine?.news ?? 0;
  server.observer?.(
    {
      event: 'progress.updated',
      time: eventTime(server),
      node: server.id,
      seq: nextSeq(server),
      inc: server.incarnation,
      term: server.currentTerm,
      role: server.role,
      group: server.group,
      run: server.run,
      peer: progress.peer,
      matchIndex: progress.matchIndex,
      nextIndex: progress.nextIndex,
      cause,
    },
    progressUpdated,
  );
  // What it moved is what the next message to this peer says.
  if (server.routine !== undefined && cause === 'accepted') server.routine.news = news;
}

/** Tells a move of commitIndex, after it; `acks` only at a leader. */
export function tellCommitted(
  server: Server,
  from: number,
  entryTerm: number | undefined,
  acks: readonly string[] | undefined,
): void {
  server.watch?.committed(server, entryTerm, acks);
  if (!isTold(server, commitAdvanced, false)) return;
  server.observer?.(
    {
      event: 'commit.advanced',
      time: eventTime(server),
      node: server.id,
      seq: nextSeq(server),
      inc: server.incarnation,
      term: server.currentTerm,
      role: server.role,
      group: server.group,
      run: server.run,
      from,
      to: server.commitIndex,
      entryTerm,
      acks,
    },
    commitAdvanced,
  );
}

/** Tells that an entry goes to the state machine. */
export function tellApplied(server: Server, index: number, entry: Entry): void {
  server.watch?.applied(server, index, entry);
  if (!isTold(server, entryApplied, false)) return;
  server.observer?.(
    {
      event: 'entry.applied',
      time: eventTime(server),
      node: server.id,
      seq: nextSeq(server),
      inc: server.incarnation,
      term: server.currentTerm,
      role: server.role,
      group: server.group,
      run: server.run,
      index,
      entryTerm: entry.term,
      hash: entry.hash,
    },
    entryApplied,
  );
}

/** Tells what became durable. */
export function tellPersisted(
  server: Server,
  durable: {
    readonly currentTerm: number;
    readonly votedFor: string | undefined;
    readonly lastLogIndex: number;
  },
): void {
  server.watch?.persisted(server, durable);
  if (!isTold(server, statePersisted, false)) return;
  server.observer?.(
    {
      event: 'state.persisted',
      time: eventTime(server),
      node: server.id,
      seq: nextSeq(server),
      inc: server.incarnation,
      term: server.currentTerm,
      role: server.role,
      group: server.group,
      run: server.run,
      currentTerm: durable.currentTerm,
      votedFor: durable.votedFor,
      lastLogIndex: durable.lastLogIndex,
    },
    statePersisted,
  );
}
