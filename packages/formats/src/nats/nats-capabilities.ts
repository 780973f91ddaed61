import type { Capability } from '../format.ts';

/** What makes nats-server tell of its Raft. */
export const debugLevel = 'nats-server --debug (debug: true)';

const log: readonly string[] = ['lastLogIndex', 'lastLogTerm'];
const asked: readonly string[] = ['candidateLastLogIndex', 'candidateLastLogTerm'];

/** What the lines of nats-server can show; at its default level next to nothing. */
export const natsCapabilities: readonly Capability[] = [
  { event: 'leader.recognized', fields: [], level: 'default' },
  { event: 'node.started', fields: ['role', 'inc'], level: debugLevel },
  { event: 'node.stopped', fields: [], level: debugLevel },
  {
    event: 'role.changed',
    fields: ['term', 'role', 'cause'],
    level: debugLevel,
  },
  { event: 'election.started', fields: ['term', 'role', ...log], level: debugLevel },
  { event: 'vote.granted', fields: ['term', ...asked], level: debugLevel },
  { event: 'vote.denied', fields: asked, level: debugLevel },
  { event: 'vote.received', fields: [], level: debugLevel },
  {
    event: 'message.received',
    fields: ['rpcTerm', 'candidateId', ...log],
    level: debugLevel,
    except: 'all but requests for votes',
  },
  {
    event: 'append.rejected',
    fields: ['leader', 'prevLogIndex', 'prevLogTerm', 'cause'],
    level: debugLevel,
  },
  { event: 'log.truncated', fields: [], level: debugLevel },
  { event: 'transfer.started', fields: ['role'], level: debugLevel },
  { event: 'config.applied', fields: ['voters'], level: debugLevel },
];
