import type { Capability } from '../format.ts';

const level = 'default';
const who: readonly string[] = ['term', 'role'];
const ends: readonly string[] = ['lastLogIndex', 'lastLogTerm'];
const asked: readonly string[] = ['candidateLastLogIndex', 'candidateLastLogTerm'];
const message: readonly string[] = [
  ...['rpcTerm', 'candidateId', 'voteGranted', 'prevLogIndex', 'prevLogTerm', 'leaderCommit'],
  ...['success', 'matchIndex', 'conflictIndex', 'lastIncludedIndex', ...ends],
];
const entries = { fields: ['entries'], level, except: 'all entries: only that there are none' };

/** Every line shows the state of its server, but not the terms of entries nor what is durable. */
export const stateTraceCapabilities: readonly Capability[] = [
  {
    event: 'node.started',
    fields: [
      ...[...who, 'votedFor', 'commitIndex', 'snapshotIndex', 'snapshotTerm'],
      ...['voters', 'votersOutgoing', ...ends],
    ],
    level,
  },
  { event: 'term.changed', fields: [...who, 'from', 'to'], level },
  { event: 'role.changed', fields: [...who, 'from', 'cause'], level },
  { event: 'election.started', fields: [...who, 'voters', ...ends], level },
  { event: 'vote.granted', fields: [...who, 'preVote', ...asked, ...ends], level },
  { event: 'vote.denied', fields: [...who, 'preVote', ...asked, ...ends], level },
  { event: 'vote.received', fields: [...who, 'rpcTerm'], level },
  { event: 'message.sent', fields: [...who, ...message], level },
  { event: 'message.sent', ...entries },
  { event: 'message.received', fields: [...who, ...message], level },
  { event: 'message.received', ...entries },
  { event: 'entry.proposed', fields: [...who, 'entryTerm'], level },
  { event: 'commit.advanced', fields: [...who, 'from'], level },
  { event: 'config.applied', fields: [...who, 'votersOutgoing'], level },
  { event: 'snapshot.sent', fields: [...who, 'peer'], level },
  {
    event: 'append.rejected',
    fields: [...who, 'leader', 'prevLogIndex', 'prevLogTerm', 'conflictIndex'],
    level,
  },
  {
    event: 'append.accepted',
    fields: [...who, 'leader', 'prevLogIndex', 'prevLogTerm', 'entries'],
    level,
    except: 'all of etcd',
  },
];
