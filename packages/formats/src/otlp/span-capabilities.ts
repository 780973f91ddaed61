import type { Capability } from '../format.ts';

const level = 'default';
const log: readonly string[] = ['lastLogIndex', 'lastLogTerm'];
const asked: readonly string[] = ['candidateLastLogIndex', 'candidateLastLogTerm'];

/** What spans of ours give back. */
export const spanCapabilities: readonly Capability[] = [
  { event: 'node.started', fields: ['term', 'votedFor', 'commitIndex', 'voters', ...log], level },
  { event: 'node.stopped', fields: ['term', 'cause'], level },
  { event: 'node.crashed', fields: ['term', 'cause'], level },
  { event: 'timer.started', fields: ['term', 'timeoutMs', 'cause'], level },
  { event: 'timer.expired', fields: ['term', 'elapsedMs'], level },
  { event: 'term.changed', fields: ['term', 'from', 'cause', 'source'], level },
  { event: 'role.changed', fields: ['term', 'from', 'cause'], level },
  { event: 'election.started', fields: ['term', 'preVote', 'voters', ...log], level },
  { event: 'vote.granted', fields: ['term', 'preVote', ...asked, ...log], level },
  { event: 'vote.denied', fields: ['term', 'preVote', 'cause', ...asked, ...log], level },
  { event: 'vote.received', fields: ['term', 'preVote', 'rpcTerm', 'votes', 'needed'], level },
  { event: 'leader.recognized', fields: ['term'], level },
  { event: 'commit.advanced', fields: ['term', 'from', 'entryTerm', 'acks'], level },
  { event: 'test.observed', fields: ['ofTerm', 'index', 'count', 'nodes', 'message'], level },
  { event: 'fault.injected', fields: ['nodes'], level },
  { event: 'fault.cleared', fields: ['nodes'], level },
];
