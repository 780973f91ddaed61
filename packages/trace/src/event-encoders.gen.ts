// Made by tools/generate from the catalogue: change that, and run `pnpm fix`.
import { printEntries, printLinks, printSettings, printTexts } from './print-field.ts';
import { printNumber } from './print-number.ts';
import { printText } from './print-text.ts';
import type { EventName, EventOf } from './trace-event.ts';

function traceStarted(e: EventOf<'trace.started'>): string {
  let line = `{"level":30,"time":${printNumber(e.time)},"event":"${e.event}"`;
  if (e.node !== undefined) line += `,"node":${printText(e.node)}`;
  if (e.seq !== undefined) line += `,"seq":${e.seq}`;
  if (e.inc !== undefined) line += `,"inc":${e.inc}`;
  if (e.term !== undefined) line += `,"term":${e.term}`;
  if (e.role !== undefined) line += `,"role":"${e.role}"`;
  if (e.group !== undefined) line += `,"group":${printText(e.group)}`;
  if (e.run !== undefined) line += `,"run":${printText(e.run)}`;
  if (e.caller !== undefined) line += `,"caller":${printText(e.caller)}`;
  line += `,"schema":${printText(e.schema)}`;
  if (e.producer !== undefined) line += `,"producer":${printText(e.producer)}`;
  if (e.nodes !== undefined) line += `,"nodes":${printTexts(e.nodes)}`;
  if (e.config !== undefined) line += `,"config":${printSettings(e.config)}`;
  if (e.clock !== undefined) line += `,"clock":${printText(e.clock)}`;
  if (e.seed !== undefined) line += `,"seed":${printText(e.seed)}`;
  if (e.scenario !== undefined) line += `,"scenario":${printText(e.scenario)}`;
  return line;
}

function nodeStarted(e: EventOf<'node.started'>): string {
  let line = `{"level":30,"time":${printNumber(e.time)},"event":"${e.event}"`;
  if (e.node !== undefined) line += `,"node":${printText(e.node)}`;
  if (e.seq !== undefined) line += `,"seq":${e.seq}`;
  if (e.inc !== undefined) line += `,"inc":${e.inc}`;
  if (e.term !== undefined) line += `,"term":${e.term}`;
  if (e.role !== undefined) line += `,"role":"${e.role}"`;
  if (e.group !== undefined) line += `,"group":${printText(e.group)}`;
  if (e.run !== undefined) line += `,"run":${printText(e.run)}`;
  if (e.caller !== undefined) line += `,"caller":${printText(e.caller)}`;
  if (e.votedFor !== undefined) line += `,"votedFor":${printText(e.votedFor)}`;
  if (e.commitIndex !== undefined) line += `,"commitIndex":${e.commitIndex}`;
  if (e.lastLogIndex !== undefined) line += `,"lastLogIndex":${e.lastLogIndex}`;
  if (e.lastLogTerm !== undefined) line += `,"lastLogTerm":${e.lastLogTerm}`;
  if (e.snapshotIndex !== undefined) line += `,"snapshotIndex":${e.snapshotIndex}`;
  if (e.snapshotTerm !== undefined) line += `,"snapshotTerm":${e.snapshotTerm}`;
  if (e.voters !== undefined) line += `,"voters":${printTexts(e.voters)}`;
  if (e.votersOutgoing !== undefined) line += `,"votersOutgoing":${printTexts(e.votersOutgoing)}`;
  if (e.learners !== undefined) line += `,"learners":${printTexts(e.learners)}`;
  return line;
}

function nodeStopped(e: EventOf<'node.stopped'>): string {
  let line = `{"level":30,"time":${printNumber(e.time)},"event":"${e.event}"`;
  if (e.node !== undefined) line += `,"node":${printText(e.node)}`;
  if (e.seq !== undefined) line += `,"seq":${e.seq}`;
  if (e.inc !== undefined) line += `,"inc":${e.inc}`;
  if (e.term !== undefined) line += `,"term":${e.term}`;
  if (e.role !== undefined) line += `,"role":"${e.role}"`;
  if (e.group !== undefined) line += `,"group":${printText(e.group)}`;
  if (e.run !== undefined) line += `,"run":${printText(e.run)}`;
  if (e.caller !== undefined) line += `,"caller":${printText(e.caller)}`;
  if (e.cause !== undefined) line += `,"cause":${printText(e.cause)}`;
  return line;
}

function nodeCrashed(e: EventOf<'node.crashed'>): string {
  let line = `{"level":30,"time":${printNumber(e.time)},"event":"${e.event}"`;
  if (e.node !== undefined) line += `,"node":${printText(e.node)}`;
  if (e.seq !== undefined) line += `,"seq":${e.seq}`;
  if (e.inc !== undefined) line += `,"inc":${e.inc}`;
  if (e.term !== undefined) line += `,"term":${e.term}`;
  if (e.role !== undefined) line += `,"role":"${e.role}"`;
  if (e.group !== undefined) line += `,"group":${printText(e.group)}`;
  if (e.run !== undefined) line += `,"run":${printText(e.run)}`;
  if (e.caller !== undefined) line += `,"caller":${printText(e.caller)}`;
  if (e.cause !== undefined) line += `,"cause":${printText(e.cause)}`;
  return line;
}

function timerStarted(e: EventOf<'timer.started'>): string {
  let line = `{"level":30,"time":${printNumber(e.time)},"event":"${e.event}"`;
  if (e.node !== undefined) line += `,"node":${printText(e.node)}`;
  if (e.seq !== undefined) line += `,"seq":${e.seq}`;
  if (e.inc !== undefined) line += `,"inc":${e.inc}`;
  if (e.term !== undefined) line += `,"term":${e.term}`;
  if (e.role !== undefined) line += `,"role":"${e.role}"`;
  if (e.group !== undefined) line += `,"group":${printText(e.group)}`;
  if (e.run !== undefined) line += `,"run":${printText(e.run)}`;
  if (e.caller !== undefined) line += `,"caller":${printText(e.caller)}`;
  line += `,"timer":${printText(e.timer)}`;
  if (e.timeoutMs !== undefined) line += `,"timeoutMs":${printNumber(e.timeoutMs)}`;
  if (e.cause !== undefined) line += `,"cause":${printText(e.cause)}`;
  return line;
}

function timerExpired(e: EventOf<'timer.expired'>): string {
  let line = `{"level":30,"time":${printNumber(e.time)},"event":"${e.event}"`;
  if (e.node !== undefined) line += `,"node":${printText(e.node)}`;
  if (e.seq !== undefined) line += `,"seq":${e.seq}`;
  if (e.inc !== undefined) line += `,"inc":${e.inc}`;
  if (e.term !== undefined) line += `,"term":${e.term}`;
  if (e.role !== undefined) line += `,"role":"${e.role}"`;
  if (e.group !== undefined) line += `,"group":${printText(e.group)}`;
  if (e.run !== undefined) line += `,"run":${printText(e.run)}`;
  if (e.caller !== undefined) line += `,"caller":${printText(e.caller)}`;
  line += `,"timer":${printText(e.timer)}`;
  if (e.elapsedMs !== undefined) line += `,"elapsedMs":${printNumber(e.elapsedMs)}`;
  return line;
}

function termChanged(e: EventOf<'term.changed'>): string {
  let line = `{"level":30,"time":${printNumber(e.time)},"event":"${e.event}"`;
  if (e.node !== undefined) line += `,"node":${printText(e.node)}`;
  if (e.seq !== undefined) line += `,"seq":${e.seq}`;
  if (e.inc !== undefined) line += `,"inc":${e.inc}`;
  if (e.term !== undefined) line += `,"term":${e.term}`;
  if (e.role !== undefined) line += `,"role":"${e.role}"`;
  if (e.group !== undefined) line += `,"group":${printText(e.group)}`;
  if (e.run !== undefined) line += `,"run":${printText(e.run)}`;
  if (e.caller !== undefined) line += `,"caller":${printText(e.caller)}`;
  if (e.from !== undefined) line += `,"from":${e.from}`;
  line += `,"to":${e.to}`;
  if (e.cause !== undefined) line += `,"cause":${printText(e.cause)}`;
  if (e.source !== undefined) line += `,"source":${printText(e.source)}`;
  return line;
}

function roleChanged(e: EventOf<'role.changed'>): string {
  let line = `{"level":30,"time":${printNumber(e.time)},"event":"${e.event}"`;
  if (e.node !== undefined) line += `,"node":${printText(e.node)}`;
  if (e.seq !== undefined) line += `,"seq":${e.seq}`;
  if (e.inc !== undefined) line += `,"inc":${e.inc}`;
  if (e.term !== undefined) line += `,"term":${e.term}`;
  if (e.role !== undefined) line += `,"role":"${e.role}"`;
  if (e.group !== undefined) line += `,"group":${printText(e.group)}`;
  if (e.run !== undefined) line += `,"run":${printText(e.run)}`;
  if (e.caller !== undefined) line += `,"caller":${printText(e.caller)}`;
  if (e.from !== undefined) line += `,"from":"${e.from}"`;
  line += `,"to":"${e.to}"`;
  if (e.cause !== undefined) line += `,"cause":${printText(e.cause)}`;
  return line;
}

function leaderRecognized(e: EventOf<'leader.recognized'>): string {
  let line = `{"level":30,"time":${printNumber(e.time)},"event":"${e.event}"`;
  if (e.node !== undefined) line += `,"node":${printText(e.node)}`;
  if (e.seq !== undefined) line += `,"seq":${e.seq}`;
  if (e.inc !== undefined) line += `,"inc":${e.inc}`;
  if (e.term !== undefined) line += `,"term":${e.term}`;
  if (e.role !== undefined) line += `,"role":"${e.role}"`;
  if (e.group !== undefined) line += `,"group":${printText(e.group)}`;
  if (e.run !== undefined) line += `,"run":${printText(e.run)}`;
  if (e.caller !== undefined) line += `,"caller":${printText(e.caller)}`;
  line += `,"leader":${printText(e.leader)}`;
  return line;
}

function electionStarted(e: EventOf<'election.started'>): string {
  let line = `{"level":30,"time":${printNumber(e.time)},"event":"${e.event}"`;
  if (e.node !== undefined) line += `,"node":${printText(e.node)}`;
  if (e.seq !== undefined) line += `,"seq":${e.seq}`;
  if (e.inc !== undefined) line += `,"inc":${e.inc}`;
  if (e.term !== undefined) line += `,"term":${e.term}`;
  if (e.role !== undefined) line += `,"role":"${e.role}"`;
  if (e.group !== undefined) line += `,"group":${printText(e.group)}`;
  if (e.run !== undefined) line += `,"run":${printText(e.run)}`;
  if (e.caller !== undefined) line += `,"caller":${printText(e.caller)}`;
  if (e.preVote !== undefined) line += `,"preVote":${e.preVote}`;
  if (e.lastLogIndex !== undefined) line += `,"lastLogIndex":${e.lastLogIndex}`;
  if (e.lastLogTerm !== undefined) line += `,"lastLogTerm":${e.lastLogTerm}`;
  if (e.voters !== undefined) line += `,"voters":${printTexts(e.voters)}`;
  return line;
}

function voteGranted(e: EventOf<'vote.granted'>): string {
  let line = `{"level":30,"time":${printNumber(e.time)},"event":"${e.event}"`;
  if (e.node !== undefined) line += `,"node":${printText(e.node)}`;
  if (e.seq !== undefined) line += `,"seq":${e.seq}`;
  if (e.inc !== undefined) line += `,"inc":${e.inc}`;
  if (e.term !== undefined) line += `,"term":${e.term}`;
  if (e.role !== undefined) line += `,"role":"${e.role}"`;
  if (e.group !== undefined) line += `,"group":${printText(e.group)}`;
  if (e.run !== undefined) line += `,"run":${printText(e.run)}`;
  if (e.caller !== undefined) line += `,"caller":${printText(e.caller)}`;
  line += `,"candidate":${printText(e.candidate)}`;
  if (e.preVote !== undefined) line += `,"preVote":${e.preVote}`;
  if (e.candidateLastLogIndex !== undefined) line += `,"candidateLastLogIndex":${e.candidateLastLogIndex}`;
  if (e.candidateLastLogTerm !== undefined) line += `,"candidateLastLogTerm":${e.candidateLastLogTerm}`;
  if (e.lastLogIndex !== undefined) line += `,"lastLogIndex":${e.lastLogIndex}`;
  if (e.lastLogTerm !== undefined) line += `,"lastLogTerm":${e.lastLogTerm}`;
  return line;
}

function voteDenied(e: EventOf<'vote.denied'>): string {
  let line = `{"level":30,"time":${printNumber(e.time)},"event":"${e.event}"`;
  if (e.node !== undefined) line += `,"node":${printText(e.node)}`;
  if (e.seq !== undefined) line += `,"seq":${e.seq}`;
  if (e.inc !== undefined) line += `,"inc":${e.inc}`;
  if (e.term !== undefined) line += `,"term":${e.term}`;
  if (e.role !== undefined) line += `,"role":"${e.role}"`;
  if (e.group !== undefined) line += `,"group":${printText(e.group)}`;
  if (e.run !== undefined) line += `,"run":${printText(e.run)}`;
  if (e.caller !== undefined) line += `,"caller":${printText(e.caller)}`;
  line += `,"candidate":${printText(e.candidate)}`;
  if (e.preVote !== undefined) line += `,"preVote":${e.preVote}`;
  if (e.candidateLastLogIndex !== undefined) line += `,"candidateLastLogIndex":${e.candidateLastLogIndex}`;
  if (e.candidateLastLogTerm !== undefined) line += `,"candidateLastLogTerm":${e.candidateLastLogTerm}`;
  if (e.lastLogIndex !== undefined) line += `,"lastLogIndex":${e.lastLogIndex}`;
  if (e.lastLogTerm !== undefined) line += `,"lastLogTerm":${e.lastLogTerm}`;
  if (e.cause !== undefined) line += `,"cause":${printText(e.cause)}`;
  return line;
}

function voteReceived(e: EventOf<'vote.received'>): string {
  let line = `{"level":30,"time":${printNumber(e.time)},"event":"${e.event}"`;
  if (e.node !== undefined) line += `,"node":${printText(e.node)}`;
  if (e.seq !== undefined) line += `,"seq":${e.seq}`;
  if (e.inc !== undefined) line += `,"inc":${e.inc}`;
  if (e.term !== undefined) line += `,"term":${e.term}`;
  if (e.role !== undefined) line += `,"role":"${e.role}"`;
  if (e.group !== undefined) line += `,"group":${printText(e.group)}`;
  if (e.run !== undefined) line += `,"run":${printText(e.run)}`;
  if (e.caller !== undefined) line += `,"caller":${printText(e.caller)}`;
  line += `,"from":${printText(e.from)}`;
  line += `,"granted":${e.granted}`;
  if (e.preVote !== undefined) line += `,"preVote":${e.preVote}`;
  if (e.rpcTerm !== undefined) line += `,"rpcTerm":${e.rpcTerm}`;
  if (e.votes !== undefined) line += `,"votes":${e.votes}`;
  if (e.needed !== undefined) line += `,"needed":${e.needed}`;
  return line;
}

function messageSent(e: EventOf<'message.sent' | 'message.received' | 'message.dropped' | 'message.duplicated'>): string {
  let line = `{"level":30,"time":${printNumber(e.time)},"event":"${e.event}"`;
  if (e.node !== undefined) line += `,"node":${printText(e.node)}`;
  if (e.seq !== undefined) line += `,"seq":${e.seq}`;
  if (e.inc !== undefined) line += `,"inc":${e.inc}`;
  if (e.term !== undefined) line += `,"term":${e.term}`;
  if (e.role !== undefined) line += `,"role":"${e.role}"`;
  if (e.group !== undefined) line += `,"group":${printText(e.group)}`;
  if (e.run !== undefined) line += `,"run":${printText(e.run)}`;
  if (e.caller !== undefined) line += `,"caller":${printText(e.caller)}`;
  if (e.id !== undefined) line += `,"id":${printText(e.id)}`;
  line += `,"kind":"${e.kind}"`;
  line += `,"from":${printText(e.from)}`;
  line += `,"to":${printText(e.to)}`;
  if (e.rpcTerm !== undefined) line += `,"rpcTerm":${e.rpcTerm}`;
  if (e.candidateId !== undefined) line += `,"candidateId":${printText(e.candidateId)}`;
  if (e.lastLogIndex !== undefined) line += `,"lastLogIndex":${e.lastLogIndex}`;
  if (e.lastLogTerm !== undefined) line += `,"lastLogTerm":${e.lastLogTerm}`;
  if (e.voteGranted !== undefined) line += `,"voteGranted":${e.voteGranted}`;
  if (e.prevLogIndex !== undefined) line += `,"prevLogIndex":${e.prevLogIndex}`;
  if (e.prevLogTerm !== undefined) line += `,"prevLogTerm":${e.prevLogTerm}`;
  if (e.entries !== undefined) line += `,"entries":${printEntries(e.entries)}`;
  if (e.leaderCommit !== undefined) line += `,"leaderCommit":${e.leaderCommit}`;
  if (e.success !== undefined) line += `,"success":${e.success}`;
  if (e.matchIndex !== undefined) line += `,"matchIndex":${e.matchIndex}`;
  if (e.conflictIndex !== undefined) line += `,"conflictIndex":${e.conflictIndex}`;
  if (e.conflictTerm !== undefined) line += `,"conflictTerm":${e.conflictTerm}`;
  if (e.lastIncludedIndex !== undefined) line += `,"lastIncludedIndex":${e.lastIncludedIndex}`;
  if (e.lastIncludedTerm !== undefined) line += `,"lastIncludedTerm":${e.lastIncludedTerm}`;
  if (e.round !== undefined) line += `,"round":${e.round}`;
  if (e.askedAt !== undefined) line += `,"askedAt":${printNumber(e.askedAt)}`;
  if (e.bytes !== undefined) line += `,"bytes":${e.bytes}`;
  if (e.cause !== undefined) line += `,"cause":${printText(e.cause)}`;
  return line;
}

function entryProposed(e: EventOf<'entry.proposed'>): string {
  let line = `{"level":30,"time":${printNumber(e.time)},"event":"${e.event}"`;
  if (e.node !== undefined) line += `,"node":${printText(e.node)}`;
  if (e.seq !== undefined) line += `,"seq":${e.seq}`;
  if (e.inc !== undefined) line += `,"inc":${e.inc}`;
  if (e.term !== undefined) line += `,"term":${e.term}`;
  if (e.role !== undefined) line += `,"role":"${e.role}"`;
  if (e.group !== undefined) line += `,"group":${printText(e.group)}`;
  if (e.run !== undefined) line += `,"run":${printText(e.run)}`;
  if (e.caller !== undefined) line += `,"caller":${printText(e.caller)}`;
  line += `,"index":${e.index}`;
  if (e.entryTerm !== undefined) line += `,"entryTerm":${e.entryTerm}`;
  if (e.hash !== undefined) line += `,"hash":${printText(e.hash)}`;
  return line;
}

function appendAccepted(e: EventOf<'append.accepted'>): string {
  let line = `{"level":30,"time":${printNumber(e.time)},"event":"${e.event}"`;
  if (e.node !== undefined) line += `,"node":${printText(e.node)}`;
  if (e.seq !== undefined) line += `,"seq":${e.seq}`;
  if (e.inc !== undefined) line += `,"inc":${e.inc}`;
  if (e.term !== undefined) line += `,"term":${e.term}`;
  if (e.role !== undefined) line += `,"role":"${e.role}"`;
  if (e.group !== undefined) line += `,"group":${printText(e.group)}`;
  if (e.run !== undefined) line += `,"run":${printText(e.run)}`;
  if (e.caller !== undefined) line += `,"caller":${printText(e.caller)}`;
  if (e.leader !== undefined) line += `,"leader":${printText(e.leader)}`;
  if (e.prevLogIndex !== undefined) line += `,"prevLogIndex":${e.prevLogIndex}`;
  if (e.prevLogTerm !== undefined) line += `,"prevLogTerm":${e.prevLogTerm}`;
  if (e.entries !== undefined) line += `,"entries":${e.entries}`;
  if (e.lastNewIndex !== undefined) line += `,"lastNewIndex":${e.lastNewIndex}`;
  return line;
}

function appendRejected(e: EventOf<'append.rejected'>): string {
  let line = `{"level":30,"time":${printNumber(e.time)},"event":"${e.event}"`;
  if (e.node !== undefined) line += `,"node":${printText(e.node)}`;
  if (e.seq !== undefined) line += `,"seq":${e.seq}`;
  if (e.inc !== undefined) line += `,"inc":${e.inc}`;
  if (e.term !== undefined) line += `,"term":${e.term}`;
  if (e.role !== undefined) line += `,"role":"${e.role}"`;
  if (e.group !== undefined) line += `,"group":${printText(e.group)}`;
  if (e.run !== undefined) line += `,"run":${printText(e.run)}`;
  if (e.caller !== undefined) line += `,"caller":${printText(e.caller)}`;
  if (e.leader !== undefined) line += `,"leader":${printText(e.leader)}`;
  if (e.prevLogIndex !== undefined) line += `,"prevLogIndex":${e.prevLogIndex}`;
  if (e.prevLogTerm !== undefined) line += `,"prevLogTerm":${e.prevLogTerm}`;
  if (e.entries !== undefined) line += `,"entries":${e.entries}`;
  if (e.cause !== undefined) line += `,"cause":${printText(e.cause)}`;
  if (e.conflictIndex !== undefined) line += `,"conflictIndex":${e.conflictIndex}`;
  if (e.conflictTerm !== undefined) line += `,"conflictTerm":${e.conflictTerm}`;
  return line;
}

function logAppended(e: EventOf<'log.appended'>): string {
  let line = `{"level":30,"time":${printNumber(e.time)},"event":"${e.event}"`;
  if (e.node !== undefined) line += `,"node":${printText(e.node)}`;
  if (e.seq !== undefined) line += `,"seq":${e.seq}`;
  if (e.inc !== undefined) line += `,"inc":${e.inc}`;
  if (e.term !== undefined) line += `,"term":${e.term}`;
  if (e.role !== undefined) line += `,"role":"${e.role}"`;
  if (e.group !== undefined) line += `,"group":${printText(e.group)}`;
  if (e.run !== undefined) line += `,"run":${printText(e.run)}`;
  if (e.caller !== undefined) line += `,"caller":${printText(e.caller)}`;
  line += `,"firstIndex":${e.firstIndex}`;
  line += `,"entries":${printEntries(e.entries)}`;
  return line;
}

function logTruncated(e: EventOf<'log.truncated'>): string {
  let line = `{"level":30,"time":${printNumber(e.time)},"event":"${e.event}"`;
  if (e.node !== undefined) line += `,"node":${printText(e.node)}`;
  if (e.seq !== undefined) line += `,"seq":${e.seq}`;
  if (e.inc !== undefined) line += `,"inc":${e.inc}`;
  if (e.term !== undefined) line += `,"term":${e.term}`;
  if (e.role !== undefined) line += `,"role":"${e.role}"`;
  if (e.group !== undefined) line += `,"group":${printText(e.group)}`;
  if (e.run !== undefined) line += `,"run":${printText(e.run)}`;
  if (e.caller !== undefined) line += `,"caller":${printText(e.caller)}`;
  line += `,"fromIndex":${e.fromIndex}`;
  if (e.lastIndex !== undefined) line += `,"lastIndex":${e.lastIndex}`;
  return line;
}

function statePersisted(e: EventOf<'state.persisted'>): string {
  let line = `{"level":30,"time":${printNumber(e.time)},"event":"${e.event}"`;
  if (e.node !== undefined) line += `,"node":${printText(e.node)}`;
  if (e.seq !== undefined) line += `,"seq":${e.seq}`;
  if (e.inc !== undefined) line += `,"inc":${e.inc}`;
  if (e.term !== undefined) line += `,"term":${e.term}`;
  if (e.role !== undefined) line += `,"role":"${e.role}"`;
  if (e.group !== undefined) line += `,"group":${printText(e.group)}`;
  if (e.run !== undefined) line += `,"run":${printText(e.run)}`;
  if (e.caller !== undefined) line += `,"caller":${printText(e.caller)}`;
  if (e.currentTerm !== undefined) line += `,"currentTerm":${e.currentTerm}`;
  if (e.votedFor !== undefined) line += `,"votedFor":${printText(e.votedFor)}`;
  if (e.lastLogIndex !== undefined) line += `,"lastLogIndex":${e.lastLogIndex}`;
  return line;
}

function progressUpdated(e: EventOf<'progress.updated'>): string {
  let line = `{"level":30,"time":${printNumber(e.time)},"event":"${e.event}"`;
  if (e.node !== undefined) line += `,"node":${printText(e.node)}`;
  if (e.seq !== undefined) line += `,"seq":${e.seq}`;
  if (e.inc !== undefined) line += `,"inc":${e.inc}`;
  if (e.term !== undefined) line += `,"term":${e.term}`;
  if (e.role !== undefined) line += `,"role":"${e.role}"`;
  if (e.group !== undefined) line += `,"group":${printText(e.group)}`;
  if (e.run !== undefined) line += `,"run":${printText(e.run)}`;
  if (e.caller !== undefined) line += `,"caller":${printText(e.caller)}`;
  line += `,"peer":${printText(e.peer)}`;
  if (e.matchIndex !== undefined) line += `,"matchIndex":${e.matchIndex}`;
  if (e.nextIndex !== undefined) line += `,"nextIndex":${e.nextIndex}`;
  if (e.cause !== undefined) line += `,"cause":${printText(e.cause)}`;
  return line;
}

function commitAdvanced(e: EventOf<'commit.advanced'>): string {
  let line = `{"level":30,"time":${printNumber(e.time)},"event":"${e.event}"`;
  if (e.node !== undefined) line += `,"node":${printText(e.node)}`;
  if (e.seq !== undefined) line += `,"seq":${e.seq}`;
  if (e.inc !== undefined) line += `,"inc":${e.inc}`;
  if (e.term !== undefined) line += `,"term":${e.term}`;
  if (e.role !== undefined) line += `,"role":"${e.role}"`;
  if (e.group !== undefined) line += `,"group":${printText(e.group)}`;
  if (e.run !== undefined) line += `,"run":${printText(e.run)}`;
  if (e.caller !== undefined) line += `,"caller":${printText(e.caller)}`;
  if (e.from !== undefined) line += `,"from":${e.from}`;
  line += `,"to":${e.to}`;
  if (e.entryTerm !== undefined) line += `,"entryTerm":${e.entryTerm}`;
  if (e.acks !== undefined) line += `,"acks":${printTexts(e.acks)}`;
  return line;
}

function entryApplied(e: EventOf<'entry.applied'>): string {
  let line = `{"level":30,"time":${printNumber(e.time)},"event":"${e.event}"`;
  if (e.node !== undefined) line += `,"node":${printText(e.node)}`;
  if (e.seq !== undefined) line += `,"seq":${e.seq}`;
  if (e.inc !== undefined) line += `,"inc":${e.inc}`;
  if (e.term !== undefined) line += `,"term":${e.term}`;
  if (e.role !== undefined) line += `,"role":"${e.role}"`;
  if (e.group !== undefined) line += `,"group":${printText(e.group)}`;
  if (e.run !== undefined) line += `,"run":${printText(e.run)}`;
  if (e.caller !== undefined) line += `,"caller":${printText(e.caller)}`;
  line += `,"index":${e.index}`;
  if (e.entryTerm !== undefined) line += `,"entryTerm":${e.entryTerm}`;
  if (e.hash !== undefined) line += `,"hash":${printText(e.hash)}`;
  if (e.client !== undefined) line += `,"client":${printText(e.client)}`;
  if (e.clientSeq !== undefined) line += `,"clientSeq":${e.clientSeq}`;
  return line;
}

function commandExecuted(e: EventOf<'command.executed'>): string {
  let line = `{"level":30,"time":${printNumber(e.time)},"event":"${e.event}"`;
  if (e.node !== undefined) line += `,"node":${printText(e.node)}`;
  if (e.seq !== undefined) line += `,"seq":${e.seq}`;
  if (e.inc !== undefined) line += `,"inc":${e.inc}`;
  if (e.term !== undefined) line += `,"term":${e.term}`;
  if (e.role !== undefined) line += `,"role":"${e.role}"`;
  if (e.group !== undefined) line += `,"group":${printText(e.group)}`;
  if (e.run !== undefined) line += `,"run":${printText(e.run)}`;
  if (e.caller !== undefined) line += `,"caller":${printText(e.caller)}`;
  line += `,"index":${e.index}`;
  line += `,"client":${printText(e.client)}`;
  line += `,"clientSeq":${e.clientSeq}`;
  return line;
}

function snapshotTaken(e: EventOf<'snapshot.taken' | 'snapshot.sent' | 'snapshot.installed'>): string {
  let line = `{"level":30,"time":${printNumber(e.time)},"event":"${e.event}"`;
  if (e.node !== undefined) line += `,"node":${printText(e.node)}`;
  if (e.seq !== undefined) line += `,"seq":${e.seq}`;
  if (e.inc !== undefined) line += `,"inc":${e.inc}`;
  if (e.term !== undefined) line += `,"term":${e.term}`;
  if (e.role !== undefined) line += `,"role":"${e.role}"`;
  if (e.group !== undefined) line += `,"group":${printText(e.group)}`;
  if (e.run !== undefined) line += `,"run":${printText(e.run)}`;
  if (e.caller !== undefined) line += `,"caller":${printText(e.caller)}`;
  line += `,"index":${e.index}`;
  if (e.snapshotTerm !== undefined) line += `,"snapshotTerm":${e.snapshotTerm}`;
  if (e.bytes !== undefined) line += `,"bytes":${e.bytes}`;
  if (e.peer !== undefined) line += `,"peer":${printText(e.peer)}`;
  if (e.voters !== undefined) line += `,"voters":${printTexts(e.voters)}`;
  if (e.votersOutgoing !== undefined) line += `,"votersOutgoing":${printTexts(e.votersOutgoing)}`;
  if (e.learners !== undefined) line += `,"learners":${printTexts(e.learners)}`;
  return line;
}

function configProposed(e: EventOf<'config.proposed' | 'config.appended' | 'config.committed' | 'config.applied'>): string {
  let line = `{"level":30,"time":${printNumber(e.time)},"event":"${e.event}"`;
  if (e.node !== undefined) line += `,"node":${printText(e.node)}`;
  if (e.seq !== undefined) line += `,"seq":${e.seq}`;
  if (e.inc !== undefined) line += `,"inc":${e.inc}`;
  if (e.term !== undefined) line += `,"term":${e.term}`;
  if (e.role !== undefined) line += `,"role":"${e.role}"`;
  if (e.group !== undefined) line += `,"group":${printText(e.group)}`;
  if (e.run !== undefined) line += `,"run":${printText(e.run)}`;
  if (e.caller !== undefined) line += `,"caller":${printText(e.caller)}`;
  if (e.index !== undefined) line += `,"index":${e.index}`;
  line += `,"voters":${printTexts(e.voters)}`;
  if (e.votersOutgoing !== undefined) line += `,"votersOutgoing":${printTexts(e.votersOutgoing)}`;
  if (e.learners !== undefined) line += `,"learners":${printTexts(e.learners)}`;
  return line;
}

function transferStarted(e: EventOf<'transfer.started'>): string {
  let line = `{"level":30,"time":${printNumber(e.time)},"event":"${e.event}"`;
  if (e.node !== undefined) line += `,"node":${printText(e.node)}`;
  if (e.seq !== undefined) line += `,"seq":${e.seq}`;
  if (e.inc !== undefined) line += `,"inc":${e.inc}`;
  if (e.term !== undefined) line += `,"term":${e.term}`;
  if (e.role !== undefined) line += `,"role":"${e.role}"`;
  if (e.group !== undefined) line += `,"group":${printText(e.group)}`;
  if (e.run !== undefined) line += `,"run":${printText(e.run)}`;
  if (e.caller !== undefined) line += `,"caller":${printText(e.caller)}`;
  line += `,"target":${printText(e.target)}`;
  if (e.cause !== undefined) line += `,"cause":${printText(e.cause)}`;
  return line;
}

function transferFinished(e: EventOf<'transfer.finished'>): string {
  let line = `{"level":30,"time":${printNumber(e.time)},"event":"${e.event}"`;
  if (e.node !== undefined) line += `,"node":${printText(e.node)}`;
  if (e.seq !== undefined) line += `,"seq":${e.seq}`;
  if (e.inc !== undefined) line += `,"inc":${e.inc}`;
  if (e.term !== undefined) line += `,"term":${e.term}`;
  if (e.role !== undefined) line += `,"role":"${e.role}"`;
  if (e.group !== undefined) line += `,"group":${printText(e.group)}`;
  if (e.run !== undefined) line += `,"run":${printText(e.run)}`;
  if (e.caller !== undefined) line += `,"caller":${printText(e.caller)}`;
  line += `,"target":${printText(e.target)}`;
  if (e.cause !== undefined) line += `,"cause":${printText(e.cause)}`;
  return line;
}

function readStarted(e: EventOf<'read.started'>): string {
  let line = `{"level":30,"time":${printNumber(e.time)},"event":"${e.event}"`;
  if (e.node !== undefined) line += `,"node":${printText(e.node)}`;
  if (e.seq !== undefined) line += `,"seq":${e.seq}`;
  if (e.inc !== undefined) line += `,"inc":${e.inc}`;
  if (e.term !== undefined) line += `,"term":${e.term}`;
  if (e.role !== undefined) line += `,"role":"${e.role}"`;
  if (e.group !== undefined) line += `,"group":${printText(e.group)}`;
  if (e.run !== undefined) line += `,"run":${printText(e.run)}`;
  if (e.caller !== undefined) line += `,"caller":${printText(e.caller)}`;
  line += `,"mode":${printText(e.mode)}`;
  if (e.readIndex !== undefined) line += `,"readIndex":${e.readIndex}`;
  if (e.client !== undefined) line += `,"client":${printText(e.client)}`;
  return line;
}

function readServed(e: EventOf<'read.served'>): string {
  let line = `{"level":30,"time":${printNumber(e.time)},"event":"${e.event}"`;
  if (e.node !== undefined) line += `,"node":${printText(e.node)}`;
  if (e.seq !== undefined) line += `,"seq":${e.seq}`;
  if (e.inc !== undefined) line += `,"inc":${e.inc}`;
  if (e.term !== undefined) line += `,"term":${e.term}`;
  if (e.role !== undefined) line += `,"role":"${e.role}"`;
  if (e.group !== undefined) line += `,"group":${printText(e.group)}`;
  if (e.run !== undefined) line += `,"run":${printText(e.run)}`;
  if (e.caller !== undefined) line += `,"caller":${printText(e.caller)}`;
  line += `,"mode":${printText(e.mode)}`;
  if (e.readIndex !== undefined) line += `,"readIndex":${e.readIndex}`;
  if (e.client !== undefined) line += `,"client":${printText(e.client)}`;
  return line;
}

function clientInvoked(e: EventOf<'client.invoked'>): string {
  let line = `{"level":30,"time":${printNumber(e.time)},"event":"${e.event}"`;
  if (e.node !== undefined) line += `,"node":${printText(e.node)}`;
  if (e.seq !== undefined) line += `,"seq":${e.seq}`;
  if (e.inc !== undefined) line += `,"inc":${e.inc}`;
  if (e.term !== undefined) line += `,"term":${e.term}`;
  if (e.role !== undefined) line += `,"role":"${e.role}"`;
  if (e.group !== undefined) line += `,"group":${printText(e.group)}`;
  if (e.run !== undefined) line += `,"run":${printText(e.run)}`;
  if (e.caller !== undefined) line += `,"caller":${printText(e.caller)}`;
  line += `,"client":${printText(e.client)}`;
  line += `,"op":${printText(e.op)}`;
  if (e.key !== undefined) line += `,"key":${printText(e.key)}`;
  if (e.value !== undefined) line += `,"value":${printText(e.value)}`;
  return line;
}

function clientReturned(e: EventOf<'client.returned'>): string {
  let line = `{"level":30,"time":${printNumber(e.time)},"event":"${e.event}"`;
  if (e.node !== undefined) line += `,"node":${printText(e.node)}`;
  if (e.seq !== undefined) line += `,"seq":${e.seq}`;
  if (e.inc !== undefined) line += `,"inc":${e.inc}`;
  if (e.term !== undefined) line += `,"term":${e.term}`;
  if (e.role !== undefined) line += `,"role":"${e.role}"`;
  if (e.group !== undefined) line += `,"group":${printText(e.group)}`;
  if (e.run !== undefined) line += `,"run":${printText(e.run)}`;
  if (e.caller !== undefined) line += `,"caller":${printText(e.caller)}`;
  line += `,"client":${printText(e.client)}`;
  line += `,"op":${printText(e.op)}`;
  if (e.key !== undefined) line += `,"key":${printText(e.key)}`;
  if (e.value !== undefined) line += `,"value":${printText(e.value)}`;
  if (e.ok !== undefined) line += `,"ok":${e.ok}`;
  if (e.index !== undefined) line += `,"index":${e.index}`;
  if (e.entryTerm !== undefined) line += `,"entryTerm":${e.entryTerm}`;
  if (e.hash !== undefined) line += `,"hash":${printText(e.hash)}`;
  return line;
}

function lockWaiting(e: EventOf<'lock.waiting'>): string {
  let line = `{"level":30,"time":${printNumber(e.time)},"event":"${e.event}"`;
  if (e.node !== undefined) line += `,"node":${printText(e.node)}`;
  if (e.seq !== undefined) line += `,"seq":${e.seq}`;
  if (e.inc !== undefined) line += `,"inc":${e.inc}`;
  if (e.term !== undefined) line += `,"term":${e.term}`;
  if (e.role !== undefined) line += `,"role":"${e.role}"`;
  if (e.group !== undefined) line += `,"group":${printText(e.group)}`;
  if (e.run !== undefined) line += `,"run":${printText(e.run)}`;
  if (e.caller !== undefined) line += `,"caller":${printText(e.caller)}`;
  line += `,"lock":${printText(e.lock)}`;
  if (e.thread !== undefined) line += `,"thread":${printText(e.thread)}`;
  return line;
}

function lockAcquired(e: EventOf<'lock.acquired'>): string {
  let line = `{"level":30,"time":${printNumber(e.time)},"event":"${e.event}"`;
  if (e.node !== undefined) line += `,"node":${printText(e.node)}`;
  if (e.seq !== undefined) line += `,"seq":${e.seq}`;
  if (e.inc !== undefined) line += `,"inc":${e.inc}`;
  if (e.term !== undefined) line += `,"term":${e.term}`;
  if (e.role !== undefined) line += `,"role":"${e.role}"`;
  if (e.group !== undefined) line += `,"group":${printText(e.group)}`;
  if (e.run !== undefined) line += `,"run":${printText(e.run)}`;
  if (e.caller !== undefined) line += `,"caller":${printText(e.caller)}`;
  line += `,"lock":${printText(e.lock)}`;
  if (e.thread !== undefined) line += `,"thread":${printText(e.thread)}`;
  return line;
}

function lockReleased(e: EventOf<'lock.released'>): string {
  let line = `{"level":30,"time":${printNumber(e.time)},"event":"${e.event}"`;
  if (e.node !== undefined) line += `,"node":${printText(e.node)}`;
  if (e.seq !== undefined) line += `,"seq":${e.seq}`;
  if (e.inc !== undefined) line += `,"inc":${e.inc}`;
  if (e.term !== undefined) line += `,"term":${e.term}`;
  if (e.role !== undefined) line += `,"role":"${e.role}"`;
  if (e.group !== undefined) line += `,"group":${printText(e.group)}`;
  if (e.run !== undefined) line += `,"run":${printText(e.run)}`;
  if (e.caller !== undefined) line += `,"caller":${printText(e.caller)}`;
  line += `,"lock":${printText(e.lock)}`;
  if (e.thread !== undefined) line += `,"thread":${printText(e.thread)}`;
  if (e.heldMs !== undefined) line += `,"heldMs":${printNumber(e.heldMs)}`;
  return line;
}

function faultInjected(e: EventOf<'fault.injected' | 'fault.cleared'>): string {
  let line = `{"level":30,"time":${printNumber(e.time)},"event":"${e.event}"`;
  if (e.node !== undefined) line += `,"node":${printText(e.node)}`;
  if (e.seq !== undefined) line += `,"seq":${e.seq}`;
  if (e.inc !== undefined) line += `,"inc":${e.inc}`;
  if (e.term !== undefined) line += `,"term":${e.term}`;
  if (e.role !== undefined) line += `,"role":"${e.role}"`;
  if (e.group !== undefined) line += `,"group":${printText(e.group)}`;
  if (e.run !== undefined) line += `,"run":${printText(e.run)}`;
  if (e.caller !== undefined) line += `,"caller":${printText(e.caller)}`;
  line += `,"fault":${printText(e.fault)}`;
  if (e.nodes !== undefined) line += `,"nodes":${printTexts(e.nodes)}`;
  if (e.links !== undefined) line += `,"links":${printLinks(e.links)}`;
  return line;
}

function testStarted(e: EventOf<'test.started' | 'test.passed' | 'test.failed'>): string {
  let line = `{"level":30,"time":${printNumber(e.time)},"event":"${e.event}"`;
  if (e.node !== undefined) line += `,"node":${printText(e.node)}`;
  if (e.seq !== undefined) line += `,"seq":${e.seq}`;
  if (e.inc !== undefined) line += `,"inc":${e.inc}`;
  if (e.term !== undefined) line += `,"term":${e.term}`;
  if (e.role !== undefined) line += `,"role":"${e.role}"`;
  if (e.group !== undefined) line += `,"group":${printText(e.group)}`;
  if (e.run !== undefined) line += `,"run":${printText(e.run)}`;
  if (e.caller !== undefined) line += `,"caller":${printText(e.caller)}`;
  line += `,"test":${printText(e.test)}`;
  if (e.message !== undefined) line += `,"message":${printText(e.message)}`;
  return line;
}

function testObserved(e: EventOf<'test.observed'>): string {
  let line = `{"level":30,"time":${printNumber(e.time)},"event":"${e.event}"`;
  if (e.node !== undefined) line += `,"node":${printText(e.node)}`;
  if (e.seq !== undefined) line += `,"seq":${e.seq}`;
  if (e.inc !== undefined) line += `,"inc":${e.inc}`;
  if (e.term !== undefined) line += `,"term":${e.term}`;
  if (e.role !== undefined) line += `,"role":"${e.role}"`;
  if (e.group !== undefined) line += `,"group":${printText(e.group)}`;
  if (e.run !== undefined) line += `,"run":${printText(e.run)}`;
  if (e.caller !== undefined) line += `,"caller":${printText(e.caller)}`;
  line += `,"fact":${printText(e.fact)}`;
  if (e.ofTerm !== undefined) line += `,"ofTerm":${e.ofTerm}`;
  if (e.index !== undefined) line += `,"index":${e.index}`;
  if (e.count !== undefined) line += `,"count":${e.count}`;
  if (e.nodes !== undefined) line += `,"nodes":${printTexts(e.nodes)}`;
  if (e.message !== undefined) line += `,"message":${printText(e.message)}`;
  return line;
}

/** Encodes an event as a line up to its last field, its closing brace left out. */
export const eventEncoders: {
  readonly [Name in EventName]: (event: EventOf<Name>) => string;
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
  'command.executed': commandExecuted,
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
