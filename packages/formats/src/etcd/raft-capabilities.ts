import type { Capability } from '../format.ts';

const logEnds: readonly string[] = ['lastLogIndex', 'lastLogTerm'];

/** The level at which etcd tells of rejected entries and of progress. */
export const debugLevel = '--log-level debug';

/** What the lines of etcd's raft library can show, whoever writes them down. */
export const raftCapabilities: readonly Capability[] = [
  {
    event: 'node.started',
    fields: ['term', 'role', 'inc', 'commitIndex', 'voters', ...logEnds],
    level: 'default',
  },
  { event: 'node.crashed', fields: ['cause'], level: 'default' },
  { event: 'role.changed', fields: ['term', 'role', 'cause'], level: 'default' },
  { event: 'term.changed', fields: ['term', 'role', 'from', 'to'], level: 'default' },
  { event: 'timer.expired', fields: ['term', 'timer'], level: 'default' },
  {
    event: 'election.started',
    fields: ['term', 'role', 'preVote', ...logEnds],
    level: 'default',
  },
  {
    event: 'vote.granted',
    fields: [
      'term',
      'role',
      'preVote',
      'candidateLastLogIndex',
      'candidateLastLogTerm',
      ...logEnds,
    ],
    level: 'default',
  },
  {
    event: 'vote.denied',
    fields: [
      'term',
      'preVote',
      'cause',
      'candidateLastLogIndex',
      'candidateLastLogTerm',
      ...logEnds,
    ],
    level: 'default',
  },
  { event: 'vote.received', fields: ['term', 'role', 'preVote', 'rpcTerm'], level: 'default' },
  { event: 'leader.recognized', fields: ['term'], level: 'default' },
  { event: 'config.applied', fields: ['voters', 'votersOutgoing', 'learners'], level: 'default' },
  { event: 'transfer.started', fields: ['term', 'role'], level: 'default' },
  { event: 'log.truncated', fields: [], level: 'default' },
  {
    event: 'message.sent',
    fields: ['term', 'candidateId', ...logEnds],
    level: 'default',
    except: 'all but requests for votes and orders to campaign',
  },
  {
    event: 'message.received',
    fields: ['term', 'rpcTerm'],
    level: 'default',
    except: 'all but messages of another term',
  },
  {
    event: 'message.received',
    fields: ['success', 'conflictIndex', 'conflictTerm'],
    level: debugLevel,
    except: 'all but refused entries',
  },
  { event: 'snapshot.sent', fields: ['snapshotTerm', 'peer'], level: debugLevel },
  { event: 'snapshot.installed', fields: ['snapshotTerm'], level: 'default' },
  {
    event: 'append.rejected',
    fields: ['leader', 'prevLogIndex', 'prevLogTerm'],
    level: debugLevel,
  },
  { event: 'progress.updated', fields: ['matchIndex', 'nextIndex', 'cause'], level: debugLevel },
];
