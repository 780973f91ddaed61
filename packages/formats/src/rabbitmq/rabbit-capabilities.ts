import type { Capability } from '../format.ts';

/** What makes RabbitMQ log every change of role. */
export const debugLevel = 'log.file.level = debug';

/** What the lines of ra can show. */
export const rabbitCapabilities: readonly Capability[] = [
  {
    event: 'role.changed',
    fields: ['term', 'role', 'from', 'cause'],
    level: 'default',
  },
  { event: 'node.started', fields: ['term', 'role'], level: debugLevel },
  {
    event: 'vote.granted',
    fields: ['term', 'candidateLastLogIndex', 'candidateLastLogTerm'],
    level: 'default',
    except: "a candidate's vote for itself",
  },
  {
    event: 'vote.granted',
    fields: ['term', 'preVote', 'candidateLastLogIndex', 'candidateLastLogTerm'],
    level: debugLevel,
  },
  {
    event: 'vote.denied',
    fields: ['preVote', 'candidateLastLogIndex', 'candidateLastLogTerm'],
    level: 'default',
  },
  { event: 'leader.recognized', fields: [], level: 'default' },
  {
    event: 'message.received',
    fields: ['term', 'role', 'rpcTerm'],
    level: 'default',
    except: 'all but what makes a leader abdicate',
  },
];
