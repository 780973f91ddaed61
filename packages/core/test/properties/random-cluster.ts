import {
  type Core,
  type DurableWrite,
  defaultSettings,
  type EndedRead,
  type Entry,
  type Message,
  type Observer,
  type Proposed,
  type Server,
  type ServerOptions,
  type Settings,
  type Snapshot,
  type Watch,
} from '@raftlens/core';
import type { Action, Ending } from './actions.ts';

/** A server's storage, and what was ever seen of the server. */
export interface Host {
  readonly id: string;
  server: Server;
  incarnation: number;
  currentTerm: number;
  votedFor: string | undefined;
  snapshot: Snapshot | undefined;
  entries: readonly Entry[];
}

/** What makes a random cluster. */
export interface RandomClusterOptions {
  readonly core: Core;
  readonly size: number;
  /** The first so many servers are the voters in the beginning. */
  readonly voters: number;
  readonly settings?: Partial<Settings>;
  readonly observer?: Observer | undefined;
  readonly watch?: Watch | undefined;
  /** What events say of the trace that they are in. */
  readonly trace?: Pick<ServerOptions, 'clockBaseMs' | 'group' | 'run'>;
  /** Sees the messages that are about to leave a host, after the host's write. */
  readonly onSend?: (host: Host, messages: readonly Message[]) => void;
  /** Sees what a server hands to its state machine. */
  readonly onCommit?: (host: Host, from: number, entries: readonly Entry[]) => void;
  /** Sees the reads that end; each is named by the index that was committed when it began. */
  readonly onRead?: (host: Host, reads: readonly EndedRead[]) => void;
}

/** A cluster to which actions happen. */
export interface RandomCluster {
  readonly options: RandomClusterOptions;
  readonly hosts: readonly Host[];
  inFlight: readonly Message[];
  /** Servers whose messages get lost, in both directions. */
  readonly isolated: Set<string>;
  nowMs: number;
  proposed: number;
  /** The highest index that any server ever knew to be committed when a read began. */
  mostCommitted: number;
}

/** Starts all servers. */
export function createRandomCluster(options: RandomClusterOptions): RandomCluster {
  const hosts: Host[] = [];
  for (let index = 0; index < options.size; index += 1) {
    const id = `n${index + 1}`;
    const empty = { currentTerm: 0, votedFor: undefined, snapshot: undefined, entries: [] };
    const server = startServer(options, { id, incarnation: 0, ...empty }, 0);
    hosts.push({ id, server, incarnation: 0, ...empty });
  }
  return {
    options,
    hosts,
    inFlight: [],
    isolated: new Set(),
    nowMs: 0,
    proposed: 0,
    mostCommitted: 0,
  };
}

/** Has one action happen. */
export function act(cluster: RandomCluster, action: Action): void {
  switch (action.kind) {
    case 'wait':
      cluster.nowMs += action.ms;
      for (const host of cluster.hosts) tick(cluster, host, 'done');
      break;
    case 'timeout': {
      const host = pick(cluster.hosts, action.at);
      if (host === undefined || !Number.isFinite(host.server.electionDeadline)) break;
      cluster.nowMs = Math.max(cluster.nowMs, host.server.electionDeadline);
      tick(cluster, host, action.ending);
      break;
    }
    case 'deliver':
      deliver(cluster, pick(cluster.inFlight, action.which), action.ending);
      break;
    case 'deliver-oldest':
      for (let step = 0; step < action.count; step += 1) {
        deliver(cluster, cluster.inFlight[0], 'done');
      }
      break;
    case 'drop':
      remove(cluster, pick(cluster.inFlight, action.which));
      break;
    case 'duplicate': {
      const message = pick(cluster.inFlight, action.which);
      if (message !== undefined) cluster.inFlight = [...cluster.inFlight, { ...message }];
      break;
    }
    case 'restart': {
      const host = pick(cluster.hosts, action.at);
      if (host !== undefined) restart(cluster, host);
      break;
    }
    case 'isolate': {
      const host = pick(cluster.hosts, action.at);
      if (host !== undefined) cluster.isolated.add(host.id);
      break;
    }
    case 'read': {
      const host = pick(cluster.hosts, action.at);
      if (host !== undefined) read(cluster, host);
      break;
    }
    case 'reconnect':
      cluster.isolated.clear();
      break;
    default:
      atLeader(cluster, action);
  }
}

/**
 * Lets all servers talk and time pass until one more command is committed on every voter; false
 * when that takes more than 20 s.
 */
export function calmDown(cluster: RandomCluster): boolean {
  cluster.isolated.clear();
  let wanted: Proposed | undefined;
  for (let step = 0; step < 1_000; step += 1) {
    act(cluster, { kind: 'wait', ms: 20 });
    act(cluster, { kind: 'deliver-oldest', count: cluster.inFlight.length });
    const leader = leaderOf(cluster);
    if (leader === undefined) continue;
    const { server } = leader;
    if (wanted?.term === server.currentTerm) {
      const { index } = wanted;
      const voters = cluster.hosts.filter(({ id }) => server.configuration.voters.includes(id));
      if (voters.every((voter) => voter.server.commitIndex >= index)) return true;
    } else {
      wanted = cluster.options.core.propose(server, 'calm', 'calm', cluster.nowMs);
      settle(cluster, leader, 'done');
    }
  }
  return false;
}

/** Who leads the highest term of those that lead. */
function leaderOf({ hosts }: RandomCluster): Host | undefined {
  let leader: Host | undefined;
  for (const host of hosts) {
    if (host.server.role !== 'leader') continue;
    if (host.server.currentTerm > (leader?.server.currentTerm ?? 0)) leader = host;
  }
  return leader;
}

type LeaderAction = Extract<Action, { kind: 'propose' | 'compact' | 'transfer' | 'change' }>;

function atLeader(cluster: RandomCluster, action: LeaderAction): void {
  const { core } = cluster.options;
  const leaders = cluster.hosts.filter(({ server }) => server.role === 'leader');
  const host = pick(leaders, action.at);
  if (host === undefined) return;
  const { server } = host;
  const { nowMs } = cluster;
  if (action.kind === 'propose') {
    cluster.proposed += 1;
    core.propose(server, cluster.proposed, `h${cluster.proposed}`, nowMs);
  } else if (action.kind === 'compact') {
    const index = server.lastApplied - (action.at % 4);
    core.compact(server, { index, data: undefined, bytes: 0 }, nowMs);
  } else if (action.kind === 'transfer') {
    core.transferLeadership(server, pick(cluster.hosts, action.to)?.id ?? '', nowMs);
  } else {
    const members = cluster.hosts.filter((_, bit) => (action.members & (1 << bit)) !== 0);
    const wanted = { voters: members.map(({ id }) => id), learners: [] };
    core.changeMembership(server, wanted, nowMs);
  }
  settle(cluster, host, 'done');
}

/** A read is named by what it has to see, so that whoever serves it can be checked. */
function read(cluster: RandomCluster, host: Host): void {
  const committed = Math.max(...cluster.hosts.map(({ server }) => server.commitIndex));
  cluster.mostCommitted = Math.max(cluster.mostCommitted, committed);
  cluster.options.core.startRead(host.server, String(cluster.mostCommitted), cluster.nowMs);
  settle(cluster, host, 'done');
}

function tick(cluster: RandomCluster, host: Host, ending: Ending): void {
  cluster.options.core.tick(host.server, cluster.nowMs);
  settle(cluster, host, ending);
}

function deliver(cluster: RandomCluster, message: Message | undefined, ending: Ending): void {
  if (message === undefined) return;
  remove(cluster, message);
  const host = cluster.hosts.find(({ id }) => id === message.to);
  if (host === undefined) return;
  cluster.options.core.receive(host.server, message, cluster.nowMs);
  settle(cluster, host, ending);
}

/** Does what a server wants done, or lets it die on the way. */
function settle(cluster: RandomCluster, host: Host, ending: Ending): void {
  const { core, onSend, onCommit, onRead } = cluster.options;
  for (;;) {
    const effects = core.takeEffects(host.server);
    const { write, messages, committed, reads } = effects;
    if (reads.length > 0 && ending === 'done') onRead?.(host, reads);
    if (write === undefined && messages.length === 0 && committed.length === 0) return;
    if (ending === 'dies-before-write') {
      restart(cluster, host);
      return;
    }
    if (write !== undefined) store(host, write);
    if (ending === 'dies-before-send') {
      restart(cluster, host);
      return;
    }
    if (write !== undefined) core.persisted(host.server, write, cluster.nowMs);
    onSend?.(host, messages);
    const isolated = (id: string): boolean => cluster.isolated.has(id);
    const leaving = messages.filter(({ from, to }) => !isolated(from) && !isolated(to));
    cluster.inFlight = [...cluster.inFlight, ...leaving];
    onCommit?.(host, effects.committedFrom, committed);
  }
}

function store(host: Host, write: DurableWrite): void {
  const before = host.snapshot?.index ?? 0;
  const base = write.snapshot?.index ?? before;
  const kept = host.entries.filter((_, offset) => {
    const index = before + 1 + offset;
    return index > base && index < write.fromIndex;
  });
  host.currentTerm = write.currentTerm;
  host.votedFor = write.votedFor;
  host.snapshot = write.snapshot ?? host.snapshot;
  host.entries = [...kept, ...write.entries];
}

function restart(cluster: RandomCluster, host: Host): void {
  host.incarnation += 1;
  host.server = startServer(cluster.options, host, cluster.nowMs);
}

function startServer(
  { core, size, voters, settings, observer, watch, trace }: RandomClusterOptions,
  host: Omit<Host, 'server'>,
  nowMs: number,
): Server {
  const ids = Array.from({ length: size }, (_, index) => `n${index + 1}`);
  const options = {
    id: host.id,
    voters: ids.slice(0, voters),
    settings: { ...defaultSettings, ...settings },
    random: timeoutsOf(host),
    observer,
    watch,
    ...trace,
    incarnation: host.incarnation,
    stored: {
      currentTerm: host.currentTerm,
      votedFor: host.votedFor,
      entries: host.entries,
      snapshot: host.snapshot,
    },
  };
  return core.createServer(options, nowMs);
}

/** Other timeouts for other servers, lives and times, and without chance. */
function timeoutsOf({ id, incarnation }: Omit<Host, 'server'>): () => number {
  let drawn = Number(id.slice(1)) * 7_919 + incarnation * 104_729;
  return () => {
    drawn = (drawn * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return drawn / 2 ** 32;
  };
}

function remove(cluster: RandomCluster, message: Message | undefined): void {
  cluster.inFlight = cluster.inFlight.filter((each) => each !== message);
}

function pick<Item>(items: readonly Item[], number: number): Item | undefined {
  return items.length === 0 ? undefined : items[number % items.length];
}
