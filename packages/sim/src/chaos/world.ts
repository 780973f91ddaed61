import type {
  Core,
  EndedRead,
  Entry,
  Message,
  Observer,
  Server,
  Settings,
  Snapshot,
} from '@raftlens/core';
import type { Decider } from '../capsule/decider.ts';
import { createEventQueue, type EventQueue } from '../event-queue.ts';
import { labNetwork, type NetworkMode } from '../network.ts';
import { createRandom, type Random } from '../random.ts';
import { createLinks, type Links } from './links.ts';
import { createMachine, type Machine } from './machine.ts';
import { createTally, type Tally } from './touched.ts';

/** What makes the world of one chaos trial. */
export interface WorldOptions {
  readonly core: Core;
  readonly size: number;
  readonly seed: number;
  readonly settings: Settings;
  /** Names the trial in its events, and tells its random streams from those of others. */
  readonly run: string;
  readonly startMs: number;
  /** Median delay of a message, ms. */
  readonly hopMs: number;
  /** How long a sync of a healthy disk takes, ms. */
  readonly syncMs: number;
  /** The state machines take a snapshot at every so many entries; 0 for never. */
  readonly snapshotInterval: number;
  /** Leaders replicate what their own disk does not have yet (thesis §10.2.1). */
  readonly parallelWrites?: true | undefined;
  /** Servers take what comes within a moment before they act upon any of it. */
  readonly gathersInputs?: true | undefined;
  /** The first server is the only voter of the new cluster. */
  readonly startsAlone?: true | undefined;
  /** Clients read by ReadIndex or lease, not through the log. */
  readonly readsByIndex?: true | undefined;
  readonly observe?: Observer | undefined;
  readonly halted?: (() => boolean) | undefined;
  /** Sees how all servers stand after each step. */
  readonly look?: ((servers: readonly (Server | undefined)[]) => void) | undefined;
  /** Decides in place of chance. */
  readonly decider?: Decider | undefined;
}

/** What happens to a machine; only a message outlives the life of the server that it is for. */
export type Input =
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'request'; readonly handle: () => void }
  | { readonly kind: 'sync' };

/** What the queue of a world holds. */
export type WorldItem =
  | {
      readonly kind: 'input';
      readonly machine: Machine;
      readonly incarnation: number;
      readonly input: Input;
    }
  | { readonly kind: 'wake'; readonly machine: Machine; readonly atMs: number }
  | { readonly kind: 'call'; readonly call: () => void };

/** What the machines report to the service that runs on them. */
export interface Service {
  applied(machine: Machine, index: number, entry: Entry): void;
  readEnded(machine: Machine, read: EndedRead): void;
  /** A state machine starts anew: empty, or from a snapshot. */
  restarted(machine: Machine, snapshot: Snapshot | undefined): void;
}

/** Machines, links and virtual time of one chaos trial. */
export interface World {
  readonly options: WorldOptions;
  readonly machines: readonly Machine[];
  readonly links: Links;
  readonly queue: EventQueue<WorldItem>;
  readonly network: NetworkMode;
  readonly tally: Tally;
  /** The chances of what happens to machines beside their faults: late timers, slow inputs. */
  readonly random: Random;
  service: Service;
  nowMs: number;
  steps: number;
  /** Reads without the log so far; numbers them. */
  reads: number;
}

/** A world in which no server runs yet. */
export function createWorld(options: WorldOptions, service: Service): World {
  const { size, seed, run, hopMs, syncMs, startMs } = options;
  return {
    options,
    machines: Array.from({ length: size }, (_, index) => createMachine(seed, run, index, syncMs)),
    links: createLinks(size),
    queue: createEventQueue(),
    network: { ...labNetwork.reliable, hopMs },
    tally: createTally(),
    random: createRandom(seed, `${run}/machines`),
    service,
    nowMs: startMs,
    steps: 0,
    reads: 0,
  };
}

/** Has `call` made after `delayMs` of virtual time. */
export function callAfter(world: World, delayMs: number, call: () => void): void {
  world.queue.push(world.nowMs + roundUp(delayMs), { kind: 'call', call });
}

/** Times have whole microseconds, which traces can hold. */
export function roundUp(ms: number): number {
  return Math.ceil(ms * 1000) / 1000;
}
