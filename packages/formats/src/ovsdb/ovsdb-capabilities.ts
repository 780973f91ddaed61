import type { Capability } from '../format.ts';

/** What makes ovsdb-server log every RPC. */
export const debugLevel = '-vraft:dbg (ovs-appctl vlog/set raft:dbg)';

/** What the lines of ovsdb-server can show. */
export const ovsdbCapabilities: readonly Capability[] = [
  { event: 'node.started', fields: ['inc'], level: 'default' },
  { event: 'node.stopped', fields: ['cause'], level: 'default' },
  { event: 'node.crashed', fields: ['cause'], level: 'default' },
  { event: 'timer.expired', fields: ['timer'], level: 'default' },
  { event: 'role.changed', fields: ['term', 'role', 'cause'], level: 'default' },
  { event: 'leader.recognized', fields: ['term'], level: 'default' },
  {
    event: 'vote.granted',
    fields: ['term'],
    level: 'default',
    except: 'votes for other servers',
  },
  { event: 'vote.granted', fields: ['term'], level: debugLevel },
  { event: 'append.rejected', fields: ['prevLogIndex', 'prevLogTerm', 'cause'], level: 'default' },
  {
    event: 'message.received',
    fields: ['term', 'rpcTerm'],
    level: 'default',
    except: 'all but messages of an older term',
  },
  {
    event: 'election.started',
    fields: ['term', 'role', 'lastLogIndex', 'lastLogTerm'],
    level: debugLevel,
  },
  { event: 'vote.received', fields: ['rpcTerm'], level: debugLevel },
  { event: 'message.sent', fields: messageFields(), level: debugLevel },
  { event: 'message.received', fields: messageFields(), level: debugLevel },
  { event: 'commit.advanced', fields: ['term', 'role'], level: debugLevel },
];

function messageFields(): readonly string[] {
  return [
    'role',
    'rpcTerm',
    'candidateId',
    'lastLogIndex',
    'lastLogTerm',
    'voteGranted',
    'prevLogIndex',
    'prevLogTerm',
    'leaderCommit',
    'success',
  ];
}
