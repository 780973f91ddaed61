import type { Capability } from '../format.ts';

/** The level at which a candidate tells whose votes it got. */
export const debugLevel = 'log level DEBUG';

/** What the lines of hashicorp/raft can show, as text or as JSON. */
export const raftCapabilities: readonly Capability[] = [
  { event: 'node.started', fields: ['role', 'inc', 'voters', 'learners'], level: 'default' },
  {
    event: 'role.changed',
    fields: ['term', 'role', 'cause'],
    level: 'default',
  },
  { event: 'timer.expired', fields: ['timer'], level: 'default' },
  {
    event: 'vote.received',
    fields: ['from', 'granted', 'preVote', 'rpcTerm', 'votes'],
    level: debugLevel,
  },
  { event: 'vote.granted', fields: ['term'], level: debugLevel, except: 'all but its own vote' },
  {
    event: 'vote.denied',
    fields: [
      'preVote',
      'cause',
      'candidateLastLogIndex',
      'candidateLastLogTerm',
      'lastLogIndex',
      'lastLogTerm',
    ],
    level: 'default',
  },
  { event: 'append.rejected', fields: ['prevLogIndex', 'cause'], level: 'default' },
  { event: 'progress.updated', fields: ['nextIndex', 'cause'], level: 'default' },
  { event: 'log.truncated', fields: ['lastIndex'], level: 'default' },
  { event: 'snapshot.taken', fields: [], level: 'default' },
  { event: 'config.appended', fields: ['voters', 'learners'], level: 'default' },
];
