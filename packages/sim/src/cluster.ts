import type {
  Core,
  Entry,
  Message,
  Observer,
  Proposed,
  Server,
  Settings,
  Snapshot,
  TakenSnapshot,
} from '@raftlens/core';
import type { Decider, Delivery } from './capsule/decider.ts';
import { timeoutChances } from './capsule/timeout-chances.ts';
import { decimalLength, isDecimal } from './decimal.ts';
import { createDisk, type Disk, readDisk, writeDisk } from './disk.ts';
import { createEventQueue, type EventQueue } from './event-queue.ts';
import { fate, isRequest, type NetworkMode } from './network.ts';
import { createRandom, type Random } from './random.ts';
import type { Screen } from './screen/screen.ts';
import { serverId } from './server-id.ts';
import { tellFate } from './tell-fate.ts';
import { virtualEpochMs } from './virtual-epoch.ts';

/** What makes a simulated cluster. */
export interface ClusterOptions {
  readonly core: Core;
  readonly size: number;
  readonly seed: number;
  readonly settings: Settings;
  readonly network: NetworkMode;
  /** Names the cluster in its events, and tells its random streams from those of others. */
  readonly run: string;
  readonly startMs: number;
  readonly observe?: Observer | undefined;
  /** Watches all servers. */
  readonly screen?: Screen | undefined;
  readonly halted?: (() => boolean) | undefined;
  /** Decides in place of chance. */
  readonly decider?: Decider | undefined;
  /** A server hands over an entry to its state machine. */
  readonly onApply?: ((host: Host, index: number, entry: Entry) => void) | undefined;
  /** A server's state machine starts again from a snapshot: at a restart, or sent by the leader. */
  readonly onRestore?: ((host: Host, snapshot: Snapshot) => void) | undefined;
}

/** One simulated machine: a server, its disk, its links. */
export interface Host {
  readonly id: string;
  readonly index: number;
  readonly disk: Disk;
  readonly random: Random;
  /** Undefined while the server is down. */
  server: Server | undefined;
  /** The lab cuts a server off from all others at once. */
  connected: boolean;
  incarnation: number;
  /** The wake-up in the queue that counts; later ones have been overtaken by it. */
  wakeAtMs: number;
  /** What stands in the queue for it, one for all times. */
  wake: Wake | undefined;
  lastSeq: number;
  /** Requests that left this machine. */
  requestsSent: number;
}

/** A simulated cluster: hosts, network, virtual time. */
export interface Cluster {
  readonly options: ClusterOptions;
  readonly hosts: readonly Host[];
  readonly queue: EventQueue<QueueItem>;
  readonly random: Random;
  network: NetworkMode;
  nowMs: number;
  steps: number;
  bytesSent: number;
}

/** A server's timers are to be looked at. */
interface Wake {
  readonly kind: 'wake';
  readonly host: Host;
}

interface Arrival {
  readonly kind: 'deliver';
  readonly message: Message;
  readonly host: Host;
  readonly incarnation: number;
}

/** No test of the lab comes near so many deliveries and timers. */
export const stepLimit = 2_000_000;

type QueueItem = Arrival | Wake | { readonly kind: 'call'; readonly call: () => void };

/** Starts all servers of a new cluster at `startMs`. */
export function createCluster(options: ClusterOptions): Cluster {
  options.screen?.beginTest(options.size, options.settings);
  const hosts: Host[] = [];
  for (let index = 0; index < options.size; index += 1) hosts.push(createHost(options, index));
  const cluster: Cluster = {
    options,
    hosts,
    queue: createEventQueue(),
    random: createRandom(options.seed, `${options.run}/network`),
    network: options.network,
    nowMs: options.startMs,
    steps: 0,
    bytesSent: 0,
  };
  for (const host of hosts) startHost(cluster, host);
  return cluster;
}

function createHost({ seed, run }: ClusterOptions, index: number): Host {
  const id = serverId(index);
  const host: Host = {
    id,
    index,
    disk: createDisk(),
    random: createRandom(seed, `${run}/${id}`),
    server: undefined,
    connected: true,
    incarnation: -1,
    wakeAtMs: Number.POSITIVE_INFINITY,
    wake: undefined,
    lastSeq: 0,
    requestsSent: 0,
  };
  host.wake = { kind: 'wake', host };
  return host;
}

/** The host of this id (`n1`, `n2`, ...), found by the digit, as every message asks for one. */
function hostCalled({ hosts }: Cluster, id: string): Host | undefined {
  const host = id.length === 2 ? hosts[id.charCodeAt(1) - firstDigit] : undefined;
  return host?.id === id ? host : hosts.find((each) => each.id === id);
}

const firstDigit = '1'.charCodeAt(0);

/** Starts or restarts a server with what its disk holds. */
export function startHost(cluster: Cluster, host: Host): void {
  const { options } = cluster;
  host.incarnation += 1;
  host.wakeAtMs = Number.POSITIVE_INFINITY;
  host.server = options.core.createServer(
    {
      id: host.id,
      voters: cluster.hosts.map((each) => each.id),
      settings: options.settings,
      random: timeoutChances(host, options.decider),
      observer: options.observe,
      watch: options.screen?.serverAt(host.index),
      clockBaseMs: virtualEpochMs,
      run: options.run,
      incarnation: host.incarnation,
      stored: readDisk(host.disk, host.lastSeq),
    },
    cluster.nowMs,
  );
  if (host.disk.snapshot !== undefined) options.onRestore?.(host, host.disk.snapshot);
  settle(cluster, host, host.server);
}

/** Kills a server where it stands; its disk is all that is left of it. */
export function stopHost(cluster: Cluster, host: Host): void {
  const { server } = host;
  if (server === undefined) return;
  host.server = undefined;
  cluster.options.screen?.crash(host.index, cluster.nowMs);
  cluster.options.observe?.({
    event: 'node.crashed',
    time: virtualEpochMs + cluster.nowMs,
    node: host.id,
    seq: server.seq + 1,
    inc: host.incarnation,
    run: cluster.options.run,
  });
  host.lastSeq = server.seq + 1;
}

/**
 * Lets virtual time pass until `untilMs`; false when the trial was halted on the way, or when the
 * servers did more than `stepLimit` things: beyond that they chase each other without end.
 */
export function advance(cluster: Cluster, untilMs: number): boolean {
  const { queue } = cluster;
  const { halted } = cluster.options;
  for (;;) {
    const timeMs = queue.nextTime();
    if (timeMs > untilMs) break;
    if (halted?.() || cluster.steps > stepLimit) return false;
    const item = queue.pop();
    if (item === undefined) break;
    // A wake-up that an earlier one has overtaken: left alone, it would begin a chain of its own.
    if (item.kind === 'wake' && timeMs < item.host.wakeAtMs) continue;
    cluster.nowMs = timeMs;
    cluster.steps += 1;
    if (item.kind === 'deliver') deliver(cluster, item);
    else if (item.kind === 'wake') wake(cluster, item.host);
    else item.call();
  }
  cluster.nowMs = untilMs;
  return !halted?.();
}

/** Has `call` made after `delayMs` of virtual time. */
export function schedule(cluster: Cluster, delayMs: number, call: () => void): void {
  cluster.queue.push(cluster.nowMs + delayMs, { kind: 'call', call });
}

/** Gives a command to a server; undefined when it is down or does not lead. */
export function proposeTo(
  cluster: Cluster,
  host: Host,
  command: unknown,
  hash: string,
): Proposed | undefined {
  if (host.server === undefined) return undefined;
  const { server } = host;
  const proposed = cluster.options.core.propose(server, command, hash, cluster.nowMs);
  // What is proposed in one instant travels together, as it does when threads hand it over.
  schedule(cluster, 0, () => {
    if (host.server === server) settle(cluster, host, server);
  });
  return proposed;
}

/** Hands a server the snapshot that its state machine took. */
export function compactHost(cluster: Cluster, host: Host, taken: TakenSnapshot): void {
  const { server } = host;
  if (server === undefined) return;
  cluster.options.core.compact(server, taken, cluster.nowMs);
  settle(cluster, host, server);
}

/** Bytes of the log on a server's disk, the snapshot not counted. */
export function logBytes(host: Host): number {
  return host.disk.entries.reduce((sum, entry) => sum + headerBytes + textLength(entry), 0);
}

function deliver(cluster: Cluster, { host, message, incarnation }: Arrival): void {
  // A message to a former life of the server died with it.
  if (host.server === undefined || host.incarnation !== incarnation) return;
  cluster.options.core.receive(host.server, message, cluster.nowMs);
  settle(cluster, host, host.server);
}

function wake(cluster: Cluster, host: Host): void {
  host.wakeAtMs = Number.POSITIVE_INFINITY;
  const { server } = host;
  if (server === undefined) return;
  const { core } = cluster.options;
  if (core.nextDeadline(server) <= cluster.nowMs) core.tick(server, cluster.nowMs);
  settle(cluster, host, server);
}

/** Does what a server wants done: first the disk, then the messages, then the state machine. */
function settle(cluster: Cluster, host: Host, server: Server): void {
  const { core, onApply, onRestore } = cluster.options;
  for (;;) {
    const effects = core.takeEffects(server);
    const { write, messages, committed, restored } = effects;
    if (write === undefined && messages.length === 0 && committed.length === 0) break;
    if (write !== undefined) {
      writeDisk(host.disk, write);
      core.persisted(server, write, cluster.nowMs);
    }
    for (const message of messages) send(cluster, host, message);
    if (restored !== undefined) onRestore?.(host, restored);
    if (onApply !== undefined) {
      let index = effects.committedFrom;
      for (const entry of committed) {
        onApply(host, index, entry);
        index += 1;
      }
    }
  }
  host.lastSeq = server.seq;
  const deadline = core.nextDeadline(server);
  if (deadline < host.wakeAtMs) {
    host.wakeAtMs = deadline;
    if (host.wake !== undefined) cluster.queue.push(deadline, host.wake);
  }
}

function send(cluster: Cluster, from: Host, message: Message): void {
  const host = hostCalled(cluster, message.to);
  if (host === undefined) return;
  if (isRequest(message)) {
    from.requestsSent += 1;
    cluster.bytesSent += sizeOf(message);
    if (!from.connected || !host.connected) {
      tellFate(cluster, 'message.dropped', message, 'cut off');
      return;
    }
  }
  const { incarnation } = host;
  const { decider } = cluster.options;
  if (decider !== undefined) {
    sendDecided(cluster, decider, { kind: 'deliver', message, host, incarnation });
    return;
  }
  const delayMs = fate(cluster.network, message, cluster.random);
  if (delayMs === undefined) tellFate(cluster, 'message.dropped', message, 'lost');
  else cluster.queue.push(cluster.nowMs + delayMs, { kind: 'deliver', message, host, incarnation });
}

function sendDecided(cluster: Cluster, decider: Decider, item: Arrival): void {
  const { message } = item;
  const delivery = decider.delivery(message, (): Delivery => {
    const delayMs = fate(cluster.network, message, cluster.random);
    return delayMs === undefined ? undefined : { delayMs };
  });
  if (delivery === undefined) {
    tellFate(cluster, 'message.dropped', message, 'lost');
    return;
  }
  const { delayMs, copyAfterMs } = delivery;
  cluster.queue.push(cluster.nowMs + delayMs, item);
  if (copyAfterMs !== undefined) cluster.queue.push(cluster.nowMs + delayMs + copyAfterMs, item);
}

/** Bytes that the message's commands would take on the wire, beside a fixed header. */
function sizeOf(message: Message): number {
  if (message.kind === 'InstallSnapshot') return headerBytes + message.snapshot.bytes;
  if (message.kind !== 'AppendEntries') return headerBytes;
  let bytes = headerBytes;
  for (const entry of message.entries) bytes += textLength(entry) + headerBytes;
  return bytes;
}

const headerBytes = 16;

function textLength({ command }: Entry): number {
  if (isDecimal(command)) return decimalLength(command);
  return typeof command === 'string' ? command.length : String(command).length;
}
