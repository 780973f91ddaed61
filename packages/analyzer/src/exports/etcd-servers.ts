import { nodeOrder, type Role, type TraceEvent } from '@raftlens/trace';
import type { EtcdMessage } from './etcd-message.ts';

/** A server as etcd's state trace shows it: every line has all of this. */
export interface EtcdServer {
  readonly id: string;
  term: number;
  /** Whom it voted for in this term; `0` for nobody. */
  vote: string;
  commit: number;
  role: string;
  lastIndex: number;
  voters: readonly string[];
  votersOutgoing: readonly string[];
  /** Its commit index when its state was last safe, which etcd's raft keeps and Raft need not. */
  safeCommit: number;
  /** What is committed by the AppendEntries received last, as far as that reaches. */
  commitHeard: number;
  /** How far it says to have its leader's log where it has got again what was committed. */
  acknowledges: number | undefined;
  /** Whether it has sent something since its state was last said to be safe. */
  unsent: boolean;
  /** The term of its last candidacy that was told. */
  candidacy: number;
  /** What it has said to itself, until its state is safe. */
  toItself: EtcdMessage[];
}

/** The servers of a trace, under the numbers that etcd's library wants. */
export interface EtcdServers {
  /** Takes in an event; the server that it is of, as it then stands, if it is of one. */
  observe(event: TraceEvent): EtcdServer | undefined;
  idOf(node: string): string;
  /** The server of that name, as it stands; undefined where nothing was seen of it. */
  serverOf(node: string): EtcdServer | undefined;
  /** Messages under way that say something else there, by their id. */
  readonly differing: Map<string, EtcdMessage>;
}

/** A pre-candidate is still a follower there: the specification has no pre-votes. */
const roles: Readonly<Record<Role, string>> = {
  follower: 'StateFollower',
  learner: 'StateFollower',
  'pre-candidate': 'StateFollower',
  candidate: 'StateCandidate',
  leader: 'StateLeader',
};

/** Starts with no server known. */
export function createEtcdServers(): EtcdServers {
  const ids = new Map<string, string>();
  const servers = new Map<string, EtcdServer>();

  const idOf = (node: string): string => {
    const known = ids.get(node);
    if (known !== undefined) return known;
    const id = String(ids.size + 1);
    ids.set(node, id);
    return id;
  };

  const serverOf = (node: string): EtcdServer => {
    const known = servers.get(node);
    if (known !== undefined) return known;
    const server = {
      ...{ id: idOf(node), term: 0, vote: '0', commit: 0, role: roles.follower },
      ...{ lastIndex: 0, voters: [], votersOutgoing: [], safeCommit: 0 },
      ...{ commitHeard: 0, acknowledges: undefined, unsent: false, candidacy: 0, toItself: [] },
    };
    servers.set(node, server);
    return server;
  };

  return {
    idOf,
    serverOf: (node) => servers.get(node),
    differing: new Map(),
    observe(event) {
      if (event.event === 'trace.started') {
        for (const node of [...(event.nodes ?? [])].sort(nodeOrder)) idOf(node);
      }
      if (event.node === undefined) return undefined;
      const server = serverOf(event.node);
      note(event, server, idOf);
      return server;
    },
  };
}

function note(event: TraceEvent, server: EtcdServer, idOf: (node: string) => string): void {
  if (event.term !== undefined && event.term !== server.term) {
    server.term = event.term;
    server.vote = '0';
  }
  if (event.role !== undefined) server.role = roles[event.role];
  switch (event.event) {
    case 'node.started':
      server.commit = Math.max(event.commitIndex ?? 0, server.safeCommit);
      server.lastIndex = event.lastLogIndex ?? 0;
      server.vote = event.votedFor === undefined ? '0' : idOf(event.votedFor);
      server.voters = event.voters?.map(idOf) ?? server.voters;
      return;
    case 'role.changed':
      server.role = roles[event.to];
      if (event.to === 'candidate') server.vote = server.id;
      return;
    case 'election.started':
      if (event.preVote === true) return;
      server.role = roles.candidate;
      server.vote = server.id;
      return;
    case 'vote.granted':
      if (event.preVote !== true) server.vote = idOf(event.candidate);
      return;
    case 'log.appended':
      server.lastIndex = event.firstIndex + event.entries.length - 1;
      return;
    case 'append.accepted':
      server.commit = Math.max(server.commit, server.commitHeard);
      return;
    case 'log.truncated':
      server.lastIndex = event.fromIndex - 1;
      return;
    case 'snapshot.installed':
      server.lastIndex = Math.max(server.lastIndex, event.index);
      server.commit = Math.max(server.commit, event.index);
      return;
    case 'commit.advanced':
      server.commit = Math.max(server.commit, event.to);
      return;
    case 'config.appended':
      server.voters = event.voters.map(idOf);
      server.votersOutgoing = event.votersOutgoing?.map(idOf) ?? [];
      return;
    default:
      return;
  }
}
