import type { EventOf, TraceEvent } from '@raftlens/trace';
import { type EtcdMessage, etcdMessage, exchangeNames, messageToItself } from './etcd-message.ts';
import type { EtcdServer, EtcdServers } from './etcd-servers.ts';

/** A step of etcd's specification: a line of its state trace. */
export interface EtcdStep {
  readonly server: EtcdServer;
  readonly name: string;
  readonly msg?: EtcdMessage;
  readonly prop?: unknown;
}

/**
 * The steps of the specification that an event stands for; `server` is of the event, as it is after
 * it. The specification sends nothing before `Ready`, when the state is safe as well, and a
 * server there answers itself like any other: both are told where our traces have them implied.
 */
export function toldBy(
  event: TraceEvent,
  server: EtcdServer,
  servers: EtcdServers,
): readonly EtcdStep[] {
  switch (event.event) {
    case 'node.started':
      server.unsent = false;
      server.toItself = [];
      return [{ server, name: 'InitState' }];
    case 'role.changed':
      return roleSteps(event, server);
    case 'election.started':
      return event.preVote === true ? [] : candidacy(server);
    case 'log.appended':
      return server.role === 'StateLeader' ? replication(event, server) : [];
    case 'commit.advanced':
      return server.role === 'StateLeader' ? [{ server, name: 'Commit' }] : [];
    case 'state.persisted':
      return [ready(server), ...answersOf(event, server)];
    case 'config.applied':
    case 'config.committed': {
      const newconf = event.voters.map(servers.idOf);
      return [{ server, name: 'ApplyConfChange', prop: { cc: { newconf } } }];
    }
    case 'message.sent':
      return sending(event, server, servers);
    case 'message.received':
      return receipt(event, server, servers);
    default:
      return [];
  }
}

function roleSteps(event: EventOf<'role.changed'>, server: EtcdServer): readonly EtcdStep[] {
  if (event.to === 'candidate') return candidacy(server);
  if (event.to === 'leader') return [{ server, name: 'BecomeLeader' }];
  const left = event.from === 'leader' || event.from === 'candidate';
  return left ? [{ server, name: 'BecomeFollower' }] : [];
}

/** Told once a term, by whichever event comes first. */
function candidacy(server: EtcdServer): readonly EtcdStep[] {
  if (server.candidacy === server.term) return [];
  server.candidacy = server.term;
  return [{ server, name: 'BecomeCandidate' }, answer(server, 'MsgVoteResp')];
}

function replication(event: EventOf<'log.appended'>, server: EtcdServer): readonly EtcdStep[] {
  const appended = event.entries.map(() => ({ server, name: 'Replicate' }));
  return [...appended, answer(server, 'MsgAppResp')];
}

/** A server answers itself; it has the answer when its state is safe. */
function answer(server: EtcdServer, type: 'MsgVoteResp' | 'MsgAppResp'): EtcdStep {
  const index = type === 'MsgAppResp' ? server.lastIndex : 0;
  const msg = messageToItself(type, server.id, { term: server.term, index });
  server.toItself.push(msg);
  server.unsent = true;
  return { server, name: `Send${exchangeNames[type]}`, msg };
}

/** What a server has said to itself of the state that is now safe. */
function answersOf(event: EventOf<'state.persisted'>, server: EtcdServer): readonly EtcdStep[] {
  const safeIndex = event.lastLogIndex ?? server.lastIndex;
  const arrived = server.toItself.filter(({ index }) => index <= safeIndex);
  server.toItself = server.toItself.filter(({ index }) => index > safeIndex);
  return arrived.map((msg) => ({ server, name: `Receive${exchangeNames[msg.type]}`, msg }));
}

function ready(server: EtcdServer): EtcdStep {
  server.unsent = false;
  server.safeCommit = server.commit;
  return { server, name: 'Ready' };
}

function sending(
  event: EventOf<'message.sent'>,
  server: EtcdServer,
  { idOf, serverOf, differing }: EtcdServers,
): readonly EtcdStep[] {
  const ours = etcdMessage(event, idOf);
  if (ours === undefined) return [];
  const msg = asThere(ours, event, { server, receiver: serverOf(event.to) });
  if (msg !== ours && event.id !== undefined) differing.set(event.id, msg);
  server.unsent = true;
  return [{ server, name: `Send${exchangeNames[msg.type]}`, msg }];
}

/**
 * What the specification has the server say instead. As it keeps the commit index, a restarted
 * leader knows more. A follower takes nothing of entries that begin below its commit index: so the
 * ones that it has committed are not told, and if it gets them all the same, it answers no more
 * than what was committed.
 */
function asThere(
  msg: EtcdMessage,
  { entries = [] }: EventOf<'message.sent'>,
  { server, receiver }: { readonly server: EtcdServer; readonly receiver: EtcdServer | undefined },
): EtcdMessage {
  if (msg.type === 'MsgApp') {
    const end = msg.index + msg.entries;
    const known = Math.max(0, Math.min(receiver?.commit ?? 0, end) - msg.index);
    const commit = Math.min(server.commit, end);
    if (known === 0 && commit === msg.commit) return msg;
    const logTerm = entries[known - 1]?.term ?? msg.logTerm;
    return { ...msg, index: msg.index + known, logTerm, entries: msg.entries - known, commit };
  }
  const { acknowledges } = server;
  const again = msg.type === 'MsgAppResp' && !msg.reject && acknowledges !== undefined;
  return again && acknowledges !== msg.index ? { ...msg, index: acknowledges } : msg;
}

/** Whoever sent it has been ready since, whether or not that was told. */
function receipt(
  event: EventOf<'message.received'>,
  server: EtcdServer,
  { idOf, serverOf, differing }: EtcdServers,
): readonly EtcdStep[] {
  const ours = etcdMessage(event, idOf);
  if (ours === undefined) return [];
  const msg = differing.get(event.id ?? '') ?? ours;
  differing.delete(event.id ?? '');
  if (msg.type === 'MsgApp') {
    server.commitHeard = msg.commit;
    server.acknowledges = msg.index < server.commit ? server.commit : undefined;
  }
  const sender = serverOf(event.from);
  const received = { server, name: `Receive${exchangeNames[msg.type]}`, msg };
  return sender?.unsent === true ? [ready(sender), received] : [received];
}
