import type { EventOf, TraceEvent } from '@raftlens/trace';
import { createEtcdServers, type EtcdServer } from './etcd-servers.ts';
import type { TraceExport } from './trace-export.ts';

/** The message kinds of etcd's raft for those of ours that its state trace knows. */
const messageTypes: Readonly<Record<string, string>> = {
  RequestVote: 'MsgVote',
  RequestVoteResponse: 'MsgVoteResp',
  AppendEntries: 'MsgApp',
  AppendEntriesResponse: 'MsgAppResp',
  InstallSnapshot: 'MsgSnap',
  InstallSnapshotResponse: 'MsgAppResp',
};

/** How etcd's state trace names what is sent or received, by the type of the message. */
const exchangeNames: Readonly<Record<string, string>> = {
  MsgVote: 'RequestVoteRequest',
  MsgVoteResp: 'RequestVoteResponse',
  MsgApp: 'AppendEntriesRequest',
  MsgAppResp: 'AppendEntriesResponse',
  MsgSnap: 'AppendEntriesRequest',
};

const roleEvents: Readonly<Record<string, string>> = {
  follower: 'BecomeFollower',
  learner: 'BecomeFollower',
  candidate: 'BecomeCandidate',
  leader: 'BecomeLeader',
};

/**
 * The state trace of etcd's raft library, one JSON line an event, which its TLA+ specification
 * replays. Servers get numbers from 1 in the order of their names, as far as they are declared.
 * Pre-votes, heartbeats of their own kind and reads are not in it.
 */
export const etcdExport: TraceExport = {
  name: 'etcd',
  title: "etcd's state trace, NDJSON, for its TLA+ specification",
  open() {
    const servers = createEtcdServers();
    return {
      push(events) {
        let text = '';
        for (const event of events) text += linesOf(event, servers.observe(event), servers.idOf);
        return text;
      },
      end: () => '',
    };
  },
};

type IdOf = (node: string) => string;

function linesOf(event: TraceEvent, server: EtcdServer | undefined, idOf: IdOf): string {
  if (server === undefined) return '';
  const told = toldBy(event, idOf);
  return told.map(({ name, ...more }) => lineOf(event.time, name, server, more)).join('');
}

interface Told {
  readonly name: string;
  readonly msg?: unknown;
  readonly prop?: unknown;
}

function toldBy(event: TraceEvent, idOf: IdOf): readonly Told[] {
  switch (event.event) {
    case 'node.started':
      return [{ name: 'InitState' }];
    case 'role.changed': {
      const name = roleEvents[event.to];
      return name === undefined ? [] : [{ name }];
    }
    case 'entry.proposed':
      return [{ name: 'Replicate' }];
    case 'commit.advanced':
      return event.role === 'leader' ? [{ name: 'Commit' }] : [];
    case 'state.persisted':
      return [{ name: 'Ready' }];
    case 'config.applied':
    case 'config.committed':
      return [{ name: 'ApplyConfChange', prop: { cc: { newconf: event.voters.map(idOf) } } }];
    case 'message.sent':
      return exchange('Send', event, idOf);
    case 'message.received':
      return exchange('Receive', event, idOf);
    default:
      return [];
  }
}

function exchange(
  direction: 'Send' | 'Receive',
  event: EventOf<'message.sent' | 'message.received'>,
  idOf: IdOf,
): readonly Told[] {
  const type = messageTypes[event.kind];
  if (type === undefined) return [];
  const msg = {
    type,
    term: event.rpcTerm ?? 0,
    from: idOf(event.from),
    to: idOf(event.to),
    entries: type === 'MsgSnap' ? (event.lastIncludedIndex ?? 0) : (event.entries?.length ?? 0),
    logTerm: event.prevLogTerm ?? event.lastLogTerm ?? 0,
    index: event.prevLogIndex ?? event.lastLogIndex ?? event.matchIndex ?? 0,
    commit: event.leaderCommit ?? 0,
    vote: '0',
    reject: event.success === false || event.voteGranted === false,
    rejectHint: event.success === false ? (event.conflictIndex ?? 0) : 0,
  };
  return [{ name: `${direction}${exchangeNames[type]}`, msg }];
}

function lineOf(time: number, name: string, server: EtcdServer, more: Omit<Told, 'name'>): string {
  const event = {
    name,
    nid: server.id,
    state: { term: server.term, vote: server.vote, commit: server.commit },
    role: server.role,
    log: server.lastIndex,
    conf: [server.voters, server.votersOutgoing],
    ...more,
  };
  const line = { level: 'debug', ts: time / 1000, msg: 'trace', tag: 'trace', event };
  return `${JSON.stringify(line)}\n`;
}
