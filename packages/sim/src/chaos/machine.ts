import type { Effects, Server } from '@raftlens/core';
import { createDisk, type Disk } from '../disk.ts';
import { createRandom, type Random } from '../random.ts';
import { serverId } from '../server-id.ts';
import { type Clock, createClock } from './clock.ts';
import { createStore, type KeyValueStore } from './key-value-store.ts';
import type { OpenRead } from './reads.ts';

/** What comes of the next sync of a disk; anything but `works` ends that life of the server. */
export type SyncOutcome = 'works' | 'fails' | 'is lost' | 'is torn';

/** One simulated machine: a server, its state machine, its disk, its clock. */
export interface Machine {
  readonly id: string;
  readonly index: number;
  /** The server's own chances: its timeouts. */
  readonly random: Random;
  readonly clock: Clock;
  /** What is durable. */
  readonly disk: Disk;
  /** Undefined while the server is down. */
  server: Server | undefined;
  store: KeyValueStore;
  incarnation: number;
  lastSeq: number;
  /** Virtual time of the wake-up that counts; others in the queue are old ones. */
  wakeAtMs: number;
  /** The timer, by the server's clock, that this wake-up is for. */
  armedFor: number;
  /** How many faults keep the server down. */
  holds: number;

  /** Nothing reaches the process before this time; what comes waits. */
  pausedUntilMs: number;
  /** Each input takes up to twice so long. */
  inputMs: number;
  busyUntilMs: number;
  /** Timers fire late by up to so much. */
  timerLateMs: number;

  /** How long a sync takes; 0 when the disk is faster than anything else. */
  syncMs: number;
  diskFull: boolean;
  nextSync: SyncOutcome;
  /** What the server wants done and cannot do before its writes are durable, in order. */
  pending: Effects[];
  /** How many of `pending` the sync under way covers. */
  syncing: number;
  /** Last index that the server was told to be durable. */
  syncedThrough: number;
  /** Index of an entry on disk whose checksum is wrong. */
  damagedIndex: number | undefined;

  /** The life of the server that gathers inputs before it acts upon them, if one does. */
  gathering: Server | undefined;

  /** Reads that this life of the server has taken, by the name that it knows them by. */
  readonly reads: Map<string, OpenRead>;
  /** Requests of clients that this life of the server has taken: client and number. */
  readonly asked: Set<string>;
  /** The last term in which it led. */
  ledTerm: number;
  leads: boolean;
}

/** A machine whose server has never run. */
export function createMachine(seed: number, run: string, index: number, syncMs: number): Machine {
  const id = serverId(index);
  return {
    id,
    index,
    random: createRandom(seed, `${run}/${id}`),
    clock: createClock(),
    disk: createDisk(),
    server: undefined,
    store: createStore(),
    incarnation: -1,
    lastSeq: 0,
    wakeAtMs: Number.POSITIVE_INFINITY,
    armedFor: Number.POSITIVE_INFINITY,
    holds: 0,
    pausedUntilMs: 0,
    inputMs: 0,
    busyUntilMs: 0,
    timerLateMs: 0,
    syncMs,
    diskFull: false,
    nextSync: 'works',
    pending: [],
    syncing: 0,
    syncedThrough: 0,
    damagedIndex: undefined,
    gathering: undefined,
    reads: new Map(),
    asked: new Set(),
    ledTerm: 0,
    leads: false,
  };
}
