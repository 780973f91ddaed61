import {
  core,
  createServer,
  defaultSettings,
  type Effects,
  type Entry,
  type Message,
  messageId,
  type Server,
  type Settings,
  type Snapshot,
  type StoredState,
} from '@raftlens/core';
import { renderEvent, type TraceEvent } from '@raftlens/trace';

/** A server's storage in a transcript. */
export interface Storage {
  readonly currentTerm: number;
  readonly votedFor: string | undefined;
  readonly entries: readonly Entry[];
  readonly snapshot: Snapshot | undefined;
}

/** A cluster that a transcript moves by hand: nothing happens unless a command says so. */
export interface TestCluster {
  settings: Settings;
  readonly stored: Map<string, Storage>;
  readonly servers: Map<string, Server>;
  /** Voters of a new cluster. */
  voters: readonly string[];
  learners: readonly string[];
  inFlight: readonly Message[];
  /** Servers whose messages get lost, in both directions. */
  readonly cut: Set<string>;
  readonly incarnations: Map<string, number>;
  nowMs: number;
  /** Lines that the present block has put out. */
  lines: string[];
  readonly shown: Set<string>;
  /** How each message was rendered when it left. */
  readonly sentLines: Map<string, string>;
}

/** Events that a transcript only has after `show` and their name. */
const hiddenAtFirst = ['node.started', 'message.sent', 'timer.started'] as const;

/** A cluster with nothing in it. */
export function createTestCluster(): TestCluster {
  return {
    settings: defaultSettings,
    stored: new Map(),
    servers: new Map(),
    voters: [],
    learners: [],
    inFlight: [],
    cut: new Set(),
    incarnations: new Map(),
    nowMs: 0,
    lines: [],
    shown: new Set(),
    sentLines: new Map(),
  };
}

/** The running server with this id. */
export function serverOf(cluster: TestCluster, id: string): Server {
  const server = cluster.servers.get(id);
  if (server === undefined) throw new Error(`${id} does not run`);
  return server;
}

/** Starts a server with what its storage holds; half the range is every election timeout. */
export function startServer(cluster: TestCluster, id: string, voters: readonly string[]): void {
  const incarnation = (cluster.incarnations.get(id) ?? -1) + 1;
  cluster.incarnations.set(id, incarnation);
  const server = createServer(
    {
      id,
      voters,
      learners: cluster.learners,
      settings: cluster.settings,
      random: () => 0.5,
      observer: (event) => observe(cluster, event),
      incarnation,
      stored: storedState(cluster.stored.get(id)),
    },
    cluster.nowMs,
  );
  cluster.servers.set(id, server);
  settle(cluster, server);
}

/** Does what a server wants done, in the order of the contract: write, send, apply. */
export function settle(cluster: TestCluster, server: Server): void {
  for (;;) {
    const effects = core.takeEffects(server);
    const { write, messages, committed, reads } = effects;
    for (const ended of reads) {
      if (ended.kind === 'failed') {
        cluster.lines.push(`${server.id} fails ${ended.id}: ${ended.reason}`);
      }
    }
    if (write === undefined && messages.length === 0 && committed.length === 0) return;
    if (cluster.shown.has('effects')) cluster.lines.push(...effectLines(cluster, server, effects));
    if (write !== undefined) {
      const before = cluster.stored.get(server.id);
      const snapshot = write.snapshot ?? before?.snapshot;
      const kept = entriesBetween(before, (snapshot?.index ?? 0) + 1, write.fromIndex);
      cluster.stored.set(server.id, {
        currentTerm: write.currentTerm,
        votedFor: write.votedFor,
        entries: [...kept, ...write.entries],
        snapshot,
      });
      core.persisted(server, write, cluster.nowMs);
    }
    const lost = (message: Message) => cluster.cut.has(message.from) || cluster.cut.has(message.to);
    cluster.inFlight = [...cluster.inFlight, ...messages.filter((message) => !lost(message))];
  }
}

/** Hands a message over; one to a server that is down is lost. */
export function deliver(cluster: TestCluster, message: Message): void {
  const server = cluster.servers.get(message.to);
  if (server === undefined) return;
  core.receive(server, message, cluster.nowMs);
  settle(cluster, server);
}

/** Takes the messages that `wanted` picks out of the network. */
export function take(
  cluster: TestCluster,
  wanted: (message: Message) => boolean,
): readonly Message[] {
  const taken = cluster.inFlight.filter(wanted);
  cluster.inFlight = cluster.inFlight.filter((message) => !wanted(message));
  return taken;
}

/** A message as its sending was rendered. */
export function messageLine(cluster: TestCluster, message: Message): string {
  return cluster.sentLines.get(messageId(message)) ?? messageId(message);
}

function observe(cluster: TestCluster, event: TraceEvent): void {
  const line = renderEvent(event);
  if (event.event === 'message.sent' && event.id !== undefined) {
    cluster.sentLines.set(event.id, line);
  }
  const hidden = hiddenAtFirst.some((name) => name === event.event);
  if (!hidden || cluster.shown.has(event.event)) cluster.lines.push(line);
}

function effectLines(cluster: TestCluster, server: Server, effects: Effects): readonly string[] {
  const { write, messages, committed, restored } = effects;
  const lines: string[] = [];
  if (write !== undefined) {
    const { currentTerm, votedFor = 'none', fromIndex, entries, snapshot } = write;
    const log = entries.length === 0 ? '' : `, entries from ${fromIndex}: ${entries.length}`;
    lines.push(`write term ${currentTerm}, vote ${votedFor}${log}${snapshotText(snapshot)}`);
  }
  for (const message of messages) lines.push(`send ${messageLine(cluster, message)}`);
  if (restored !== undefined) lines.push(`restore ${restored.index}@${restored.term}`);
  if (committed.length > 0) lines.push(`apply ${committed.map(({ command }) => command)}`);
  return lines.map((line) => `${server.id} wants: ${line}`);
}

function snapshotText(snapshot: Snapshot | undefined): string {
  if (snapshot === undefined) return '';
  const { index, term, configuration } = snapshot;
  return `, snapshot ${index}@${term} of ${configuration.voters.join(' ')}`;
}

function storedState(storage: Storage | undefined): StoredState | undefined {
  return storage === undefined ? undefined : { ...storage, entries: storage.entries.slice() };
}

/** Stored entries at the indexes from `from` to before `to`. */
function entriesBetween(storage: Storage | undefined, from: number, to: number): readonly Entry[] {
  if (storage === undefined) return [];
  const base = storage.snapshot?.index ?? 0;
  return storage.entries.filter((_, offset) => {
    const index = base + 1 + offset;
    return index >= from && index < to;
  });
}
