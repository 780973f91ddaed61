// Made by tools/generate from the catalogue: change that, and run `pnpm fix`.
import { printEntries, printLinks, printSettings, printTexts, printWord } from './print-field.ts';
import { printNumber } from './print-number.ts';
import { printText } from './print-text.ts';
import type { EventName, EventOf } from './trace-event.ts';

function traceStarted(head: string, e: EventOf<'trace.started'>): string {
  let line = head;
  line += `,"schema":${printText(e.schema)}`;
  if (e.producer !== undefined) line += `,"producer":${printText(e.producer)}`;
  if (e.nodes !== undefined) line += `,"nodes":${printTexts(e.nodes)}`;
  if (e.config !== undefined) line += `,"config":${printSettings(e.config)}`;
  if (e.clock !== undefined) line += `,"clock":${printText(e.clock)}`;
  if (e.seed !== undefined) line += `,"seed":${printText(e.seed)}`;
  if (e.scenario !== undefined) line += `,"scenario":${printText(e.scenario)}`;
  return line;
}

function nodeStarted(head: string, e: EventOf<'node.started'>): string {
  let line = head;
  if (e.votedFor !== undefined) line += `,"votedFor":${printText(e.votedFor)}`;
  if (e.commitIndex !== undefined) line += `,"commitIndex":${printNumber(e.commitIndex)}`;
  if (e.lastLogIndex !== undefined) line += `,"lastLogIndex":${printNumber(e.lastLogIndex)}`;
  if (e.lastLogTerm !== undefined) line += `,"lastLogTerm":${printNumber(e.lastLogTerm)}`;
  if (e.snapshotIndex !== undefined) line += `,"snapshotIndex":${printNumber(e.snapshotIndex)}`;
  if (e.snapshotTerm !== undefined) line += `,"snapshotTerm":${printNumber(e.snapshotTerm)}`;
  if (e.voters !== undefined) line += `,"voters":${printTexts(e.voters)}`;
  if (e.learners !== undefined) line += `,"learners":${printTexts(e.learners)}`;
  return line;
}

function nodeStopped(head: string, e: EventOf<'node.stopped'>): string {
  let line = head;
  if (e.cause !== undefined) line += `,"cause":${printText(e.cause)}`;
  return line;
}

function nodeCrashed(head: string, e: EventOf<'node.crashed'>): string {
  let line = head;
  if (e.cause !== undefined) line += `,"cause":${printText(e.cause)}`;
  return line;
}

function timerStarted(head: string, e: EventOf<'timer.started'>): string {
  let line = head;
  line += `,"timer":${printText(e.timer)}`;
  if (e.timeoutMs !== undefined) line += `,"timeoutMs":${printNumber(e.timeoutMs)}`;
  if (e.cause !== undefined) line += `,"cause":${printText(e.cause)}`;
  return line;
}

function timerExpired(head: string, e: EventOf<'timer.expired'>): string {
  let line = head;
  line += `,"timer":${printText(e.timer)}`;
  if (e.elapsedMs !== undefined) line += `,"elapsedMs":${printNumber(e.elapsedMs)}`;
  return line;
}

function termChanged(head: string, e: EventOf<'term.changed'>): string {
  let line = head;
  if (e.from !== undefined) line += `,"from":${printNumber(e.from)}`;
  line += `,"to":${printNumber(e.to)}`;
  if (e.cause !== undefined) line += `,"cause":${printText(e.cause)}`;
  if (e.source !== undefined) line += `,"source":${printText(e.source)}`;
  return line;
}

function roleChanged(head: string, e: EventOf<'role.changed'>): string {
  let line = head;
  if (e.from !== undefined) line += `,"from":${printWord(e.from)}`;
  line += `,"to":${printWord(e.to)}`;
  if (e.cause !== undefined) line += `,"cause":${printText(e.cause)}`;
  return line;
}

function leaderRecognized(head: string, e: EventOf<'leader.recognized'>): string {
  let line = head;
  line += `,"leader":${printText(e.leader)}`;
  return line;
}

function electionStarted(head: string, e: EventOf<'election.started'>): string {
  let line = head;
  if (e.preVote !== undefined) line += `,"preVote":${e.preVote}`;
  if (e.lastLogIndex !== undefined) line += `,"lastLogIndex":${printNumber(e.lastLogIndex)}`;
  if (e.lastLogTerm !== undefined) line += `,"lastLogTerm":${printNumber(e.lastLogTerm)}`;
  if (e.voters !== undefined) line += `,"voters":${printTexts(e.voters)}`;
  return line;
}

function voteGranted(head: string, e: EventOf<'vote.granted'>): string {
  let line = head;
  line += `,"candidate":${printText(e.candidate)}`;
  if (e.preVote !== undefined) line += `,"preVote":${e.preVote}`;
  if (e.candidateLastLogIndex !== undefined) line += `,"candidateLastLogIndex":${printNumber(e.candidateLastLogIndex)}`;
  if (e.candidateLastLogTerm !== undefined) line += `,"candidateLastLogTerm":${printNumber(e.candidateLastLogTerm)}`;
  if (e.lastLogIndex !== undefined) line += `,"lastLogIndex":${printNumber(e.lastLogIndex)}`;
  if (e.lastLogTerm !== undefined) line += `,"lastLogTerm":${printNumber(e.lastLogTerm)}`;
  return line;
}

function voteDenied(head: string, e: EventOf<'vote.denied'>): string {
  let line = head;
  line += `,"candidate":${printText(e.candidate)}`;
  if (e.preVote !== undefined) line += `,"preVote":${e.preVote}`;
  if (e.candidateLastLogIndex !== undefined) line += `,"candidateLastLogIndex":${printNumber(e.candidateLastLogIndex)}`;
  if (e.candidateLastLogTerm !== undefined) line += `,"candidateLastLogTerm":${printNumber(e.candidateLastLogTerm)}`;
  if (e.lastLogIndex !== undefined) line += `,"lastLogIndex":${printNumber(e.lastLogIndex)}`;
  if (e.lastLogTerm !== undefined) line += `,"lastLogTerm":${printNumber(e.lastLogTerm)}`;
  if (e.cause !== undefined) line += `,"cause":${printText(e.cause)}`;
  return line;
}

function voteReceived(head: string, e: EventOf<'vote.received'>): string {
  let line = head;
  line += `,"from":${printText(e.from)}`;
  line += `,"granted":${e.granted}`;
  if (e.preVote !== undefined) line += `,"preVote":${e.preVote}`;
  if (e.rpcTerm !== undefined) line += `,"rpcTerm":${printNumber(e.rpcTerm)}`;
  if (e.votes !== undefined) line += `,"votes":${printNumber(e.votes)}`;
  if (e.needed !== undefined) line += `,"needed":${printNumber(e.needed)}`;
  return line;
}

function messageSent(head: string, e: EventOf<'message.sent' | 'message.received' | 'message.dropped' | 'message.duplicated'>): string {
  let line = head;
  if (e.id !== undefined) line += `,"id":${printText(e.id)}`;
  line += `,"kind":${printWord(e.kind)}`;
  line += `,"from":${printText(e.from)}`;
  line += `,"to":${printText(e.to)}`;
  if (e.rpcTerm !== undefined) line += `,"rpcTerm":${printNumber(e.rpcTerm)}`;
  if (e.candidateId !== undefined) line += `,"candidateId":${printText(e.candidateId)}`;
  if (e.lastLogIndex !== undefined) line += `,"lastLogIndex":${printNumber(e.lastLogIndex)}`;
  if (e.lastLogTerm !== undefined) line += `,"lastLogTerm":${printNumber(e.lastLogTerm)}`;
  if (e.voteGranted !== undefined) line += `,"voteGranted":${e.voteGranted}`;
  if (e.prevLogIndex !== undefined) line += `,"prevLogIndex":${printNumber(e.prevLogIndex)}`;
  if (e.prevLogTerm !== undefined) line += `,"prevLogTerm":${printNumber(e.prevLogTerm)}`;
  if (e.entries !== undefined) line += `,"entries":${printEntries(e.entries)}`;
  if (e.leaderCommit !== undefined) line += `,"leaderCommit":${printNumber(e.leaderCommit)}`;
  if (e.success !== undefined) line += `,"success":${e.success}`;
  if (e.matchIndex !== undefined) line += `,"matchIndex":${printNumber(e.matchIndex)}`;
  if (e.conflictIndex !== undefined) line += `,"conflictIndex":${printNumber(e.conflictIndex)}`;
  if (e.conflictTerm !== undefined) line += `,"conflictTerm":${printNumber(e.conflictTerm)}`;
  if (e.lastIncludedIndex !== undefined) line += `,"lastIncludedIndex":${printNumber(e.lastIncludedIndex)}`;
  if (e.lastIncludedTerm !== undefined) line += `,"lastIncludedTerm":${printNumber(e.lastIncludedTerm)}`;
  if (e.bytes !== undefined) line += `,"bytes":${printNumber(e.bytes)}`;
  if (e.cause !== undefined) line += `,"cause":${printText(e.cause)}`;
  return line;
}

function entryProposed(head: string, e: EventOf<'entry.proposed'>): string {
  let line = head;
  line += `,"index":${printNumber(e.index)}`;
  if (e.entryTerm !== undefined) line += `,"entryTerm":${printNumber(e.entryTerm)}`;
  if (e.hash !== undefined) line += `,"hash":${printText(e.hash)}`;
  return line;
}

function appendAccepted(head: string, e: EventOf<'append.accepted'>): string {
  let line = head;
  if (e.leader !== undefined) line += `,"leader":${printText(e.leader)}`;
  if (e.prevLogIndex !== undefined) line += `,"prevLogIndex":${printNumber(e.prevLogIndex)}`;
  if (e.prevLogTerm !== undefined) line += `,"prevLogTerm":${printNumber(e.prevLogTerm)}`;
  if (e.entries !== undefined) line += `,"entries":${printNumber(e.entries)}`;
  if (e.lastNewIndex !== undefined) line += `,"lastNewIndex":${printNumber(e.lastNewIndex)}`;
  return line;
}

function appendRejected(head: string, e: EventOf<'append.rejected'>): string {
  let line = head;
  if (e.leader !== undefined) line += `,"leader":${printText(e.leader)}`;
  if (e.prevLogIndex !== undefined) line += `,"prevLogIndex":${printNumber(e.prevLogIndex)}`;
  if (e.prevLogTerm !== undefined) line += `,"prevLogTerm":${printNumber(e.prevLogTerm)}`;
  if (e.entries !== undefined) line += `,"entries":${printNumber(e.entries)}`;
  if (e.cause !== undefined) line += `,"cause":${printText(e.cause)}`;
  if (e.conflictIndex !== undefined) line += `,"conflictIndex":${printNumber(e.conflictIndex)}`;
  if (e.conflictTerm !== undefined) line += `,"conflictTerm":${printNumber(e.conflictTerm)}`;
  return line;
}

function logAppended(head: string, e: EventOf<'log.appended'>): string {
  let line = head;
  line += `,"firstIndex":${printNumber(e.firstIndex)}`;
  line += `,"entries":${printEntries(e.entries)}`;
  return line;
}

function logTruncated(head: string, e: EventOf<'log.truncated'>): string {
  let line = head;
  line += `,"fromIndex":${printNumber(e.fromIndex)}`;
  if (e.lastIndex !== undefined) line += `,"lastIndex":${printNumber(e.lastIndex)}`;
  return line;
}

function statePersisted(head: string, e: EventOf<'state.persisted'>): string {
  let line = head;
  if (e.currentTerm !== undefined) line += `,"currentTerm":${printNumber(e.currentTerm)}`;
  if (e.votedFor !== undefined) line += `,"votedFor":${printText(e.votedFor)}`;
  if (e.lastLogIndex !== undefined) line += `,"lastLogIndex":${printNumber(e.lastLogIndex)}`;
  return line;
}

function progressUpdated(head: string, e: EventOf<'progress.updated'>): string {
  let line = head;
  line += `,"peer":${printText(e.peer)}`;
  if (e.matchIndex !== undefined) line += `,"matchIndex":${printNumber(e.matchIndex)}`;
  if (e.nextIndex !== undefined) line += `,"nextIndex":${printNumber(e.nextIndex)}`;
  if (e.cause !== undefined) line += `,"cause":${printText(e.cause)}`;
  return line;
}

function commitAdvanced(head: string, e: EventOf<'commit.advanced'>): string {
  let line = head;
  if (e.from !== undefined) line += `,"from":${printNumber(e.from)}`;
  line += `,"to":${printNumber(e.to)}`;
  if (e.entryTerm !== undefined) line += `,"entryTerm":${printNumber(e.entryTerm)}`;
  if (e.acks !== undefined) line += `,"acks":${printTexts(e.acks)}`;
  return line;
}

function entryApplied(head: string, e: EventOf<'entry.applied'>): string {
  let line = head;
  line += `,"index":${printNumber(e.index)}`;
  if (e.entryTerm !== undefined) line += `,"entryTerm":${printNumber(e.entryTerm)}`;
  if (e.hash !== undefined) line += `,"hash":${printText(e.hash)}`;
  if (e.client !== undefined) line += `,"client":${printText(e.client)}`;
  if (e.clientSeq !== undefined) line += `,"clientSeq":${printNumber(e.clientSeq)}`;
  return line;
}

function snapshotTaken(head: string, e: EventOf<'snapshot.taken' | 'snapshot.sent' | 'snapshot.installed'>): string {
  let line = head;
  line += `,"index":${printNumber(e.index)}`;
  if (e.snapshotTerm !== undefined) line += `,"snapshotTerm":${printNumber(e.snapshotTerm)}`;
  if (e.bytes !== undefined) line += `,"bytes":${printNumber(e.bytes)}`;
  if (e.peer !== undefined) line += `,"peer":${printText(e.peer)}`;
  return line;
}

function configProposed(head: string, e: EventOf<'config.proposed' | 'config.appended' | 'config.committed' | 'config.applied'>): string {
  let line = head;
  if (e.index !== undefined) line += `,"index":${printNumber(e.index)}`;
  line += `,"voters":${printTexts(e.voters)}`;
  if (e.votersOutgoing !== undefined) line += `,"votersOutgoing":${printTexts(e.votersOutgoing)}`;
  if (e.learners !== undefined) line += `,"learners":${printTexts(e.learners)}`;
  return line;
}

function transferStarted(head: string, e: EventOf<'transfer.started'>): string {
  let line = head;
  line += `,"target":${printText(e.target)}`;
  if (e.cause !== undefined) line += `,"cause":${printText(e.cause)}`;
  return line;
}

function transferFinished(head: string, e: EventOf<'transfer.finished'>): string {
  let line = head;
  line += `,"target":${printText(e.target)}`;
  if (e.cause !== undefined) line += `,"cause":${printText(e.cause)}`;
  return line;
}

function readStarted(head: string, e: EventOf<'read.started'>): string {
  let line = head;
  line += `,"mode":${printText(e.mode)}`;
  if (e.readIndex !== undefined) line += `,"readIndex":${printNumber(e.readIndex)}`;
  if (e.client !== undefined) line += `,"client":${printText(e.client)}`;
  return line;
}

function readServed(head: string, e: EventOf<'read.served'>): string {
  let line = head;
  line += `,"mode":${printText(e.mode)}`;
  if (e.readIndex !== undefined) line += `,"readIndex":${printNumber(e.readIndex)}`;
  if (e.client !== undefined) line += `,"client":${printText(e.client)}`;
  return line;
}

function clientInvoked(head: string, e: EventOf<'client.invoked'>): string {
  let line = head;
  line += `,"client":${printText(e.client)}`;
  line += `,"op":${printText(e.op)}`;
  if (e.key !== undefined) line += `,"key":${printText(e.key)}`;
  if (e.value !== undefined) line += `,"value":${printText(e.value)}`;
  return line;
}

function clientReturned(head: string, e: EventOf<'client.returned'>): string {
  let line = head;
  line += `,"client":${printText(e.client)}`;
  line += `,"op":${printText(e.op)}`;
  if (e.key !== undefined) line += `,"key":${printText(e.key)}`;
  if (e.value !== undefined) line += `,"value":${printText(e.value)}`;
  if (e.ok !== undefined) line += `,"ok":${e.ok}`;
  return line;
}

function lockWaiting(head: string, e: EventOf<'lock.waiting'>): string {
  let line = head;
  line += `,"lock":${printText(e.lock)}`;
  if (e.thread !== undefined) line += `,"thread":${printText(e.thread)}`;
  return line;
}

function lockAcquired(head: string, e: EventOf<'lock.acquired'>): string {
  let line = head;
  line += `,"lock":${printText(e.lock)}`;
  if (e.thread !== undefined) line += `,"thread":${printText(e.thread)}`;
  return line;
}

function lockReleased(head: string, e: EventOf<'lock.released'>): string {
  let line = head;
  line += `,"lock":${printText(e.lock)}`;
  if (e.thread !== undefined) line += `,"thread":${printText(e.thread)}`;
  if (e.heldMs !== undefined) line += `,"heldMs":${printNumber(e.heldMs)}`;
  return line;
}

function faultInjected(head: string, e: EventOf<'fault.injected' | 'fault.cleared'>): string {
  let line = head;
  line += `,"fault":${printText(e.fault)}`;
  if (e.nodes !== undefined) line += `,"nodes":${printTexts(e.nodes)}`;
  if (e.links !== undefined) line += `,"links":${printLinks(e.links)}`;
  return line;
}

function testStarted(head: string, e: EventOf<'test.started' | 'test.passed' | 'test.failed'>): string {
  let line = head;
  line += `,"test":${printText(e.test)}`;
  if (e.message !== undefined) line += `,"message":${printText(e.message)}`;
  return line;
}

function testObserved(head: string, e: EventOf<'test.observed'>): string {
  let line = head;
  line += `,"fact":${printText(e.fact)}`;
  if (e.ofTerm !== undefined) line += `,"ofTerm":${printNumber(e.ofTerm)}`;
  if (e.index !== undefined) line += `,"index":${printNumber(e.index)}`;
  if (e.count !== undefined) line += `,"count":${printNumber(e.count)}`;
  if (e.nodes !== undefined) line += `,"nodes":${printTexts(e.nodes)}`;
  if (e.message !== undefined) line += `,"message":${printText(e.message)}`;
  return line;
}

/** Appends the fields that only this event has, in the order of the catalogue, to its line. */
export const fieldEncoders: {
  readonly [Name in EventName]: (head: string, event: EventOf<Name>) => string;
} = {
  'trace.started': traceStarted,
  'node.started': nodeStarted,
  'node.stopped': nodeStopped,
  'node.crashed': nodeCrashed,
  'timer.started': timerStarted,
  'timer.expired': timerExpired,
  'term.changed': termChanged,
  'role.changed': roleChanged,
  'leader.recognized': leaderRecognized,
  'election.started': electionStarted,
  'vote.granted': voteGranted,
  'vote.denied': voteDenied,
  'vote.received': voteReceived,
  'message.sent': messageSent,
  'message.received': messageSent,
  'message.dropped': messageSent,
  'message.duplicated': messageSent,
  'entry.proposed': entryProposed,
  'append.accepted': appendAccepted,
  'append.rejected': appendRejected,
  'log.appended': logAppended,
  'log.truncated': logTruncated,
  'state.persisted': statePersisted,
  'progress.updated': progressUpdated,
  'commit.advanced': commitAdvanced,
  'entry.applied': entryApplied,
  'snapshot.taken': snapshotTaken,
  'snapshot.sent': snapshotTaken,
  'snapshot.installed': snapshotTaken,
  'config.proposed': configProposed,
  'config.appended': configProposed,
  'config.committed': configProposed,
  'config.applied': configProposed,
  'transfer.started': transferStarted,
  'transfer.finished': transferFinished,
  'read.started': readStarted,
  'read.served': readServed,
  'client.invoked': clientInvoked,
  'client.returned': clientReturned,
  'lock.waiting': lockWaiting,
  'lock.acquired': lockAcquired,
  'lock.released': lockReleased,
  'fault.injected': faultInjected,
  'fault.cleared': faultInjected,
  'test.started': testStarted,
  'test.passed': testStarted,
  'test.failed': testStarted,
  'test.observed': testObserved,
};
